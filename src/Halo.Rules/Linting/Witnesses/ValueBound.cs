namespace Halo.Rules;

/// <summary>
/// A place in one total order of all values: booleans, numbers, texts. Every test of one attribute lies within an
/// interval of it.
/// </summary>
internal readonly record struct ValueBound : IComparable<ValueBound>
{
    private readonly int _rank;
    private readonly double _number;
    private readonly string? _text;

    private ValueBound(int rank, double number, string? text) => (_rank, _number, _text) = (rank, number, text);

    private static ValueBound Begin => new(0, 0, null);

    private static ValueBound End => new(4, 0, null);

    /// <summary>The smallest interval that holds every value which passes a test; ends included.</summary>
    public static (ValueBound Low, ValueBound High) IntervalOf(AttributeCondition test) => test switch
    {
        EqualsCondition equals => (Of(equals.Value), Of(equals.Value)),
        InCondition @in => (@in.Values.Min(Of), @in.Values.Max(Of)),
        RangeCondition range => (new ValueBound(2, range.Low, null), new ValueBound(2, range.High, null)),
        PrefixCondition prefix => WithHead(prefix.Prefix),
        GlobCondition glob => WithHead(glob.Parsed.LiteralHead),
        SuffixCondition or RegexCondition => WithHead(""),
        _ => (Begin, End),
    };

    /// <inheritdoc/>
    public override int GetHashCode() => (int)(_text is null ? KeyedHash.Of(_number) : KeyedHash.Of(_text)) ^ _rank;

    /// <inheritdoc/>
    public int CompareTo(ValueBound other)
    {
        var byRank = _rank.CompareTo(other._rank);
        if (byRank != 0) return byRank;
        return _text is null ? _number.CompareTo(other._number) : string.CompareOrdinal(_text, other._text);
    }

    private static ValueBound Of(AttributeValue value)
    {
        if (value.TryGetString(out var text)) return new ValueBound(3, 0, text);
        if (value.TryGetNumber(out var number)) return new ValueBound(2, number, null);
        return value.TryGetBoolean(out var flag) ? new ValueBound(1, flag ? 1 : 0, null) : Begin;
    }

    // The texts that begin with a head lie between it and the next text of its length.
    private static (ValueBound Low, ValueBound High) WithHead(string head)
    {
        var stem = head.TrimEnd(char.MaxValue);
        var high = stem.Length == 0 ? End : new ValueBound(3, 0, string.Concat(stem.AsSpan(0, stem.Length - 1), [(char)(stem[^1] + 1)]));
        return (new ValueBound(3, 0, head), high);
    }
}
