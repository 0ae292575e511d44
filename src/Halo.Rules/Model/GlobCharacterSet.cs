namespace Halo.Rules;

/// <summary>Characters that stand between brackets in a glob, or all but those.</summary>
internal sealed class GlobCharacterSet(bool negated, List<(char Low, char High)> ranges)
{
    private readonly UInt128 _ascii = AsciiOf(negated, ranges); // a bit for each of the first 128 characters

    /// <summary>A character of the set, a plain one where there is one.</summary>
    public char Sample => !negated ? ranges[0].Low : (char)Enumerable.Range('a', char.MaxValue - 'a').FirstOrDefault(c => Contains((char)c), 'a');

    public bool Contains(char c) => c < 128 ? ((ulong)(_ascii >> c) & 1) != 0 : IsIn(c, negated, ranges);

    /// <summary>Parses from the '[' at <paramref name="i"/> to its ']'; a ']' right after the opening stands for itself.</summary>
    public static GlobCharacterSet? Parse(string pattern, ref int i)
    {
        var ranges = new List<(char, char)>();
        var at = i + 1;
        var negated = at < pattern.Length && pattern[at] == '!';
        if (negated) at++;
        for (var first = at; at < pattern.Length; at++)
        {
            if (pattern[at] == ']' && at > first)
            {
                i = at;
                return new GlobCharacterSet(negated, ranges);
            }

            var low = pattern[at];
            if (at + 2 < pattern.Length && pattern[at + 1] == '-' && pattern[at + 2] != ']')
            {
                if (pattern[at + 2] < low) return null;
                ranges.Add((low, pattern[at + 2]));
                at += 2;
            }
            else
            {
                ranges.Add((low, low));
            }
        }

        return null;
    }

    private static bool IsIn(char c, bool negated, List<(char Low, char High)> ranges)
    {
        foreach (var (low, high) in ranges)
        {
            if (c >= low && c <= high) return !negated;
        }

        return negated;
    }

    private static UInt128 AsciiOf(bool negated, List<(char Low, char High)> ranges)
    {
        var bits = UInt128.Zero;
        for (var c = '\0'; c < 128; c++)
        {
            if (IsIn(c, negated, ranges)) bits |= UInt128.One << c;
        }

        return bits;
    }
}
