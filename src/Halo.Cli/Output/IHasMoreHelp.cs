namespace Halo.Cli;

/// <summary>A command that has something to say below its options.</summary>
internal interface IHasMoreHelp
{
    /// <summary>Examples and exit codes.</summary>
    string MoreHelp { get; }
}
