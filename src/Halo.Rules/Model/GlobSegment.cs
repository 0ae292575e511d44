using System.Text;

namespace Halo.Rules;

/// <summary>The text of a glob between two stars.</summary>
internal sealed class GlobSegment
{
    private const int FewElements = 16; // as many are compared one after the other for less than it costs to prepare

    private readonly GlobElement[] _elements;
    private readonly string? _literal; // the whole segment, where it is only text: searched vectorised
    private ulong[]? _ascii;           // for each of the first 128 characters the places that take it, a bit each; made at first use

    public GlobSegment(GlobElement[] elements)
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
        if (Length > FewElements) return FindByBits(text);
        for (var at = 0; at + Length <= text.Length; at++)
        {
            if (MatchesAt(text[at..])) return at;
        }

        return -1;
    }

    // All places of the segment at once, a bit each: bit i says that the first i + 1 elements match up to here (shift-and;
    // Baeza-Yates, Gonnet, 1992). A step for each character and 64 elements, whatever the text is.
    private int FindByBits(ReadOnlySpan<char> text)
    {
        Span<ulong> reached = stackalloc ulong[(Length + 63) >> 6];
        reached.Clear();
        _ascii ??= MasksOf(Enumerable.Range(0, 128));
        Dictionary<char, ulong[]>? others = null;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            var taking = c < 128 ? _ascii.AsSpan(c * reached.Length, reached.Length) : OtherMask(c, ref others);
            var carry = 1UL;
            for (var word = 0; word < reached.Length; word++)
            {
                var before = reached[word];
                reached[word] = ((before << 1) | carry) & taking[word];
                carry = before >> 63;
            }

            if ((reached[^1] >> ((Length - 1) & 63) & 1) != 0) return at - Length + 1;
        }

        return -1;
    }

    private ReadOnlySpan<ulong> OtherMask(char c, ref Dictionary<char, ulong[]>? known)
    {
        known ??= [];
        if (!known.TryGetValue(c, out var mask)) known.Add(c, mask = MasksOf([c]));
        return mask;
    }

    private ulong[] MasksOf(IEnumerable<int> characters)
    {
        var words = (Length + 63) >> 6;
        var masks = new List<ulong>();
        foreach (var c in characters)
        {
            var mask = new ulong[words];
            for (var i = 0; i < Length; i++)
            {
                if (_elements[i].Matches((char)c)) mask[i >> 6] |= 1UL << (i & 63);
            }

            masks.AddRange(mask);
        }

        return [.. masks];
    }
}
