namespace Halo.Rules;

/// <summary>Texts that begin, end or look as tests of text ask, joined so that several can hold at once.</summary>
internal static class TextSamples
{
    private const int MaxTests = 8;
    private const int MaxTexts = 256;
    private const int MaxOverlap = 16;

    public static IEnumerable<AttributeValue> Of(IReadOnlyList<AttributeCondition> tests)
    {
        string[] prefixes = ["", .. tests.OfType<PrefixCondition>().Select(test => test.Prefix).Take(MaxTests)];
        string[] suffixes = ["", .. tests.OfType<SuffixCondition>().Select(test => test.Suffix).Take(MaxTests)];
        GlobPattern[] globs = [.. tests.OfType<GlobCondition>().Select(test => test.Parsed).Take(MaxTests)];
        if (prefixes.Length + suffixes.Length + globs.Length == 2) return [];
        return Joined(prefixes, suffixes)
            .Concat(Shaped(prefixes, suffixes, globs))
            .Where(text => text.Length > 0 && WellFormedText.IsValid(text))
            .Distinct(StringComparer.Ordinal)
            .Take(MaxTexts)
            .Select(AttributeValue.Of);
    }

    private static IEnumerable<string> Joined(string[] prefixes, string[] suffixes) =>
        from middle in (string[])["x", ""]
        from prefix in prefixes
        from suffix in suffixes
        select prefix + middle + suffix;

    // A star takes in what another test asks for at that end; where the two overlap, only the part that is missing.
    private static IEnumerable<string> Shaped(string[] prefixes, string[] suffixes, GlobPattern[] globs)
    {
        string[] heads = [.. prefixes, .. globs.Select(glob => glob.LiteralHead)];
        string[] tails = [.. suffixes, .. globs.Select(glob => glob.LiteralTail)];
        string[] first = ["x", "", .. heads.SelectMany(EndsOf), .. globs.Select(glob => glob.Sample("", ""))];
        string[] last = ["", .. tails.SelectMany(BeginningsOf), .. globs.Select(glob => glob.Sample("", ""))];
        return from glob in globs
               from one in first.Distinct(StringComparer.Ordinal)
               from other in last.Distinct(StringComparer.Ordinal)
               select glob.Sample(one, other);
    }

    private static IEnumerable<string> EndsOf(string text) => Enumerable.Range(0, Math.Min(text.Length, MaxOverlap)).Select(start => text[start..]);

    private static IEnumerable<string> BeginningsOf(string text) => Enumerable.Range(0, Math.Min(text.Length, MaxOverlap)).Select(cut => text[..^cut]);
}
