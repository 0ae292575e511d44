namespace Halo.Rules;

/// <summary>
/// Rules filed by a text that a string must begin with, or end with: a trie over the sorted texts, in which each text
/// knows the longest other text that it begins with. A search finds the last text not after its string by bisection and
/// follows that chain: every text on it that the string begins with is met, and no other.
/// </summary>
internal sealed class TextNode : CandidateNode
{
    public const int MaxLength = 64; // longer texts are filed by their first characters: enough to tell them apart

    private readonly int _slot;
    private readonly bool _fromEnd;
    private readonly string[] _texts;
    private readonly ulong[] _heads; // the characters of each text after those that all share: enough for most of the bisection
    private readonly int _shared;
    private readonly int[] _parents;
    private readonly RankedBucket[] _buckets;
    private readonly RankedBucket _rest;

    public TextNode(int slot, bool fromEnd, SortedDictionary<string, RankedBucket> byText, RankedBucket rest)
    {
        _slot = slot;
        _fromEnd = fromEnd;
        _rest = rest;
        _texts = [.. byText.Keys];
        _buckets = [.. byText.Values];
        _parents = new int[_texts.Length];
        _shared = _texts[0].AsSpan().CommonPrefixLength(_texts[^1]);
        _heads = Array.ConvertAll(_texts, text => HeadOf(text.AsSpan(_shared)));
        for (var i = 0; i < _texts.Length; i++)
        {
            var parent = i - 1;
            while (parent >= 0 && !_texts[i].StartsWith(_texts[parent], StringComparison.Ordinal)) parent = _parents[parent];
            _parents[i] = parent;
        }

        BestRank = Math.Min(_buckets.Min(bucket => bucket.BestRank), rest.BestRank);
    }

    /// <summary>The form in which a text is filed: its first characters, or its last ones from the end.</summary>
    public static string FiledForm(string text, bool fromEnd)
    {
        var form = (fromEnd ? text[^Math.Min(text.Length, MaxLength)..] : text[..Math.Min(text.Length, MaxLength)]).ToCharArray();
        if (fromEnd) Array.Reverse(form);
        return new string(form);
    }

    public override void Search(SegmentRow row, ref RuleSearch search)
    {
        if (row.Value(_slot).TryGetString(out var value))
        {
            var length = Math.Min(value.Length, MaxLength);
            Span<char> reversed = stackalloc char[MaxLength];
            if (_fromEnd)
            {
                value.AsSpan(value.Length - length).CopyTo(reversed);
                reversed[..length].Reverse();
            }

            var text = _fromEnd ? reversed[..length] : value.AsSpan(0, length);
            var at = LastNotAfter(text);
            while (at >= 0 && !text.StartsWith(_texts[at], StringComparison.Ordinal)) at = _parents[at];
            for (; at >= 0; at = _parents[at]) _buckets[at].Search(row, ref search);
        }

        _rest.Search(row, ref search);
    }

    public override void Count(ref NodeCounts counts) => counts.Bytes += 120 + (_texts.Length * 28L) + _texts.Sum(text => 22L + (2 * text.Length));

    /// <summary>The last text that is not after a string in ordinal order; -1 for none, and for a string that lacks what all texts begin with.</summary>
    private int LastNotAfter(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(_texts[0].AsSpan(0, _shared))) return -1;

        var head = HeadOf(text[_shared..]);
        var (low, high) = (0, _heads.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var here = _heads[middle];
            if (here < head || (here == head && _texts[middle].AsSpan(_shared).SequenceCompareTo(text[_shared..]) <= 0)) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }

    /// <summary>
    /// The first eight characters in an integer that never orders against them: shorter texts are filled up with zeros; from
    /// the first character that does not fit a byte, all count as the largest.
    /// </summary>
    private static ulong HeadOf(ReadOnlySpan<char> text)
    {
        var head = 0UL;
        for (var shift = 56; shift >= 0 && text.Length > 0; shift -= 8, text = text[1..])
        {
            if (text[0] >= byte.MaxValue) return head | (ulong.MaxValue >> (56 - shift));
            head |= (ulong)text[0] << shift;
        }

        return head;
    }
}
