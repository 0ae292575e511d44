namespace Halo.Rules;

/// <summary>Characters that stand between brackets in a glob, or all but those.</summary>
internal sealed class GlobCharacterSet(bool negated, List<(char Low, char High)> ranges)
{
    /// <summary>A character of the set, a plain one where there is one.</summary>
    public char Sample => !negated ? ranges[0].Low : (char)Enumerable.Range('a', char.MaxValue - 'a').FirstOrDefault(c => Contains((char)c), 'a');

    public bool Contains(char c)
    {
        foreach (var (low, high) in ranges)
        {
            if (c >= low && c <= high) return !negated;
        }

        return negated;
    }

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
}
