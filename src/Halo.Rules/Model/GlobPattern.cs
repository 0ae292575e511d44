using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Halo.Rules;

/// <summary>
/// A parsed glob. The text between two stars is a segment; the first is anchored at the head, the last at the tail, and
/// each one between takes its leftmost place after the one before. Taking the leftmost never has to be undone, so matching
/// does not backtrack: O(text length x pattern length) at worst.
/// </summary>
internal sealed class GlobPattern
{
    private const char AnyOne = '?';

    private readonly Segment[] _segments;

    private GlobPattern(Segment[] segments) => _segments = segments;

    /// <summary>The text that every match begins with; may be empty.</summary>
    public string LiteralHead => _segments[0].LiteralHead;

    /// <summary>The text that every match ends with; may be empty.</summary>
    public string LiteralTail => _segments[^1].LiteralTail;

    public static bool TryParse(string pattern, [NotNullWhen(true)] out GlobPattern? glob, out string error)
    {
        var segments = new List<Segment>();
        var current = new List<Element>();
        error = "";
        glob = null;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '*':
                    segments.Add(new Segment([.. current]));
                    current.Clear();
                    break;
                case AnyOne:
                    current.Add(new Element('\0', new CharacterSet(negated: true, [])));
                    break;
                case '\\' when i + 1 == pattern.Length:
                    error = @"it ends with a lone '\'; write '\\' for the character itself";
                    return false;
                case '\\':
                    current.Add(new Element(pattern[++i], null));
                    break;
                case '[':
                    if (CharacterSet.Parse(pattern, ref i) is not { } set)
                    {
                        error = @"the '[' is not closed by ']' or its range is inverted; write '\[' for the character itself";
                        return false;
                    }

                    current.Add(new Element('\0', set));
                    break;
                default:
                    current.Add(new Element(pattern[i], null));
                    break;
            }
        }

        segments.Add(new Segment([.. current]));
        glob = new GlobPattern([.. segments]);
        return true;
    }

    public bool IsMatch(string text)
    {
        ReadOnlySpan<char> rest = text;
        var first = _segments[0];
        if (_segments.Length == 1) return rest.Length == first.Length && first.MatchesAt(rest);
        if (rest.Length < first.Length || !first.MatchesAt(rest)) return false;
        rest = rest[first.Length..];

        for (var s = 1; s < _segments.Length - 1; s++)
        {
            var at = _segments[s].FindIn(rest);
            if (at < 0) return false;
            rest = rest[(at + _segments[s].Length)..];
        }

        var last = _segments[^1];
        return rest.Length >= last.Length && last.MatchesAt(rest[^last.Length..]);
    }

    /// <summary>
    /// A text of the glob's form, with one text for its first star and one for its last. It need not match: a set may
    /// hold no character.
    /// </summary>
    public string Sample(string first, string last)
    {
        var text = new StringBuilder();
        for (var i = 0; i < _segments.Length; i++)
        {
            if (i == 1) text.Append(first);
            if (i > 0 && i == _segments.Length - 1) text.Append(last);
            _segments[i].AppendSample(text);
        }

        return text.ToString();
    }

    private readonly record struct Element(char Literal, CharacterSet? Set)
    {
        public char Sample => Set is null ? Literal : Set.Sample;

        public bool Matches(char c) => Set is null ? c == Literal : Set.Contains(c);
    }

    private sealed class Segment
    {
        private readonly Element[] _elements;
        private readonly string? _literal; // the whole segment, where it is only text: searched vectorised

        public Segment(Element[] elements)
        {
            _elements = elements;
            LiteralHead = new string([.. elements.TakeWhile(e => e.Set is null).Select(e => e.Literal)]);
            LiteralTail = new string([.. elements.Reverse().TakeWhile(e => e.Set is null).Select(e => e.Literal).Reverse()]);
            _literal = LiteralHead.Length == elements.Length ? LiteralHead : null;
        }

        public int Length => _elements.Length;

        public string LiteralHead { get; }

        public string LiteralTail { get; }

        public bool MatchesAt(ReadOnlySpan<char> text)
        {
            if (_literal is not null) return text.StartsWith(_literal, StringComparison.Ordinal);
            for (var i = 0; i < _elements.Length; i++)
            {
                if (!_elements[i].Matches(text[i])) return false;
            }

            return true;
        }

        public void AppendSample(StringBuilder text)
        {
            foreach (var element in _elements) text.Append(element.Sample);
        }

        public int FindIn(ReadOnlySpan<char> text)
        {
            if (_literal is not null) return text.IndexOf(_literal, StringComparison.Ordinal);
            for (var at = 0; at + Length <= text.Length; at++)
            {
                if (MatchesAt(text[at..])) return at;
            }

            return -1;
        }
    }

    private sealed class CharacterSet(bool negated, List<(char Low, char High)> ranges)
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
        public static CharacterSet? Parse(string pattern, ref int i)
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
                    return new CharacterSet(negated, ranges);
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
}
