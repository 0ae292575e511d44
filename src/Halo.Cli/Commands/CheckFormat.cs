namespace Halo.Cli;

/// <summary>The forms in which a check can be written.</summary>
internal enum CheckFormat
{
    /// <summary>A line for each fault, as compilers write them, and a summary.</summary>
    Text = 0,

    /// <summary>As <c>schemas/check.schema.json</c> describes it.</summary>
    Json,

    /// <summary>SARIF 2.1.0, which code hosts and editors read.</summary>
    Sarif,
}
