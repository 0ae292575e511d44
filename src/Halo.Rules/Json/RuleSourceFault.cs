namespace Halo.Routing;

/// <summary>What went wrong while a <see cref="RuleSource"/> was watching. The last good rules stay.</summary>
/// <param name="Diagnostics">Every fault of the file; empty when the file was not the problem.</param>
/// <param name="Exception">
/// What a handler of <see cref="RuleSource.Changed"/> threw, or another failure beside the file's content; null for a
/// faulty file. When it is a <see cref="HaloValidationException"/>, <paramref name="Diagnostics"/> are its own.
/// </param>
public sealed record RuleSourceFault(IReadOnlyList<Diagnostic> Diagnostics, Exception? Exception);
