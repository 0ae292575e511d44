namespace Halo.Rules;

/// <summary>A place of a glob that takes one character.</summary>
/// <param name="Literal">The character, where there is no set.</param>
/// <param name="Set">The characters that it may be; null for the literal.</param>
internal readonly record struct GlobElement(char Literal, GlobCharacterSet? Set)
{
    public char Sample => Set is null ? Literal : Set.Sample;

    public bool Matches(char c) => Set is null ? c == Literal : Set.Contains(c);
}
