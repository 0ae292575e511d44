namespace Halo.Core;

/// <summary>Tells text that every output format can carry from text with half a surrogate pair in it.</summary>
public static class WellFormedText
{
    /// <summary>Whether every surrogate is part of a pair. O(length).</summary>
    /// <param name="text">The text.</param>
    public static bool IsValid(string text)
    {
        ReadOnlySpan<char> rest = text;
        for (var at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0; at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (!char.IsHighSurrogate(rest[at]) || at + 1 == rest.Length || !char.IsLowSurrogate(rest[at + 1])) return false;
            rest = rest[(at + 2)..];
        }

        return true;
    }
}
