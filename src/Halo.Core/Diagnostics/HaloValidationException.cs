using System.Globalization;

namespace Halo.Routing;

/// <summary>An input was refused. It carries every fault that was found.</summary>
public sealed class HaloValidationException : Exception
{
    private const int ShownInMessage = 20;

    /// <summary>Creates the exception from the faults found.</summary>
    /// <param name="diagnostics">All faults; at least one is an error.</param>
    public HaloValidationException(IReadOnlyList<Diagnostic> diagnostics)
        : base(Summarize(diagnostics)) => Diagnostics = diagnostics;

    /// <summary>Every fault, file by file, in the order of lines.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    private static string Summarize(IReadOnlyList<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var lines = diagnostics.Take(ShownInMessage).Select(d => d.ToString());
        if (diagnostics.Count > ShownInMessage)
        {
            lines = lines.Append(string.Create(CultureInfo.InvariantCulture, $"... and {diagnostics.Count - ShownInMessage} more"));
        }

        return string.Join(Environment.NewLine, lines);
    }
}
