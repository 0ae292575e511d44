using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Halo.Rules;

/// <summary>
/// A parsed glob. The text between two stars is a segment; the first is anchored at the head, the last at the tail, and
/// each one between takes its leftmost place after the one before. Taking the leftmost never has to be undone, so matching
/// does not backtrack. O(text length) for a pattern, which has at most <see cref="MaxLength"/> characters.
/// </summary>
public sealed class GlobPattern
{
    /// <summary>The longest pattern in characters, which bounds what each character of a text costs.</summary>
    public const int MaxLength = 1_000;

    private const char AnyOne = '?';

    private readonly GlobSegment[] _segments;

    private GlobPattern(GlobSegment[] segments) => _segments = segments;

    /// <summary>The text that every match begins with; may be empty.</summary>
    public string LiteralHead => _segments[0].LiteralHead;

    /// <summary>The text that every match ends with; may be empty.</summary>
    public string LiteralTail => _segments[^1].LiteralTail;

    /// <summary>Parses a glob: <c>*</c>, <c>?</c>, sets in brackets, and <c>\\</c> before a literal character.</summary>
    /// <param name="pattern">The text.</param>
    /// <param name="glob">The glob; null when the text is none.</param>
    /// <param name="error">What is wrong with it.</param>
    public static bool TryParse(string pattern, [NotNullWhen(true)] out GlobPattern? glob, out string error)
    {
        var segments = new List<GlobSegment>();
        var current = new List<GlobElement>();
        error = "";
        glob = null;
        if (pattern.Length > MaxLength)
        {
            error = string.Create(CultureInfo.InvariantCulture, $"it is {pattern.Length} characters long; {MaxLength} are allowed");
            return false;
        }

        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '*':
                    segments.Add(new GlobSegment([.. current]));
                    current.Clear();
                    break;
                case AnyOne:
                    current.Add(new GlobElement('\0', new GlobCharacterSet(negated: true, [])));
                    break;
                case '\\' when i + 1 == pattern.Length:
                    error = @"it ends with a lone '\'; write '\\' for the character itself";
                    return false;
                case '\\':
                    current.Add(new GlobElement(pattern[++i], null));
                    break;
                case '[':
                    if (GlobCharacterSet.Parse(pattern, ref i) is not { } set)
                    {
                        error = @"the '[' is not closed by ']' or its range is inverted; write '\[' for the character itself";
                        return false;
                    }

                    current.Add(new GlobElement('\0', set));
                    break;
                default:
                    current.Add(new GlobElement(pattern[i], null));
                    break;
            }
        }

        segments.Add(new GlobSegment([.. current]));
        glob = new GlobPattern([.. segments]);
        return true;
    }

    /// <summary>Whether a whole text matches.</summary>
    /// <param name="text">The text.</param>
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
    internal string Sample(string first, string last)
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
}
