namespace Halo.Formats;

/// <summary>A place in the file that is read.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character of the line, from 1; 0 when only the line is known.</param>
internal readonly record struct TextPlace(int Line, int Column = 0)
{
    public static implicit operator TextPlace(int line) => new(line);

    public static implicit operator TextPlace(SourceLocation location) => new(location.Line, location.Column);
}
