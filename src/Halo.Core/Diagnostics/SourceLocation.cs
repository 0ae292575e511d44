namespace Halo.Routing;

/// <summary>A place in an input file.</summary>
/// <param name="File">The file's name as the caller gave it, or <c>-</c> for standard input; null when unknown.</param>
/// <param name="Line">The line, from 1; 0 when unknown.</param>
/// <param name="Column">The character of the line, in UTF-16 code units from 1, as editors count; 0 when unknown.</param>
public readonly record struct SourceLocation(string? File, int Line, int Column = 0);
