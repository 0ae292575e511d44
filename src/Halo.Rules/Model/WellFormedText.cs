namespace Halo.Rules;

/// <summary>Tells text that every output format can carry from text with half a surrogate pair in it.</summary>
internal static class WellFormedText
{
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
