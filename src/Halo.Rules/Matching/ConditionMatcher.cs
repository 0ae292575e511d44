using System.Text.RegularExpressions;

namespace Halo.Rules;

/// <summary>A condition compiled against a vocabulary: attributes are slots, compared values are symbols.</summary>
internal abstract class ConditionMatcher
{
    public abstract bool Matches(SegmentRow row);
}

internal sealed class ExistsMatcher(int slot) : ConditionMatcher
{
    public override bool Matches(SegmentRow row) => row.Has(slot);
}

internal sealed class SymbolMatcher(int slot, int symbol) : ConditionMatcher
{
    public override bool Matches(SegmentRow row) => row.Symbols[slot] == symbol;
}

internal sealed class SymbolSetMatcher : ConditionMatcher
{
    private readonly int _slot;
    private readonly ulong[] _members;

    public SymbolSetMatcher(int slot, ReadOnlySpan<int> symbols)
    {
        _slot = slot;
        var largest = 0;
        foreach (var symbol in symbols) largest = Math.Max(largest, symbol);
        _members = new ulong[(largest >> 6) + 1];
        foreach (var symbol in symbols) _members[symbol >> 6] |= 1UL << (symbol & 63);
    }

    public override bool Matches(SegmentRow row)
    {
        var symbol = row.Symbols[_slot];
        var word = symbol >> 6;
        return word < _members.Length && (_members[word] & (1UL << (symbol & 63))) != 0;
    }
}

internal sealed class RangeMatcher(int slot, RangeCondition range) : ConditionMatcher
{
    private readonly double _low = range.Low;
    private readonly double _high = range.High;

    // Doubles decide nearly always: rounding keeps the order of numbers, and tells those below 2^53 apart.
    public override bool Matches(SegmentRow row)
    {
        var value = row.Value(slot);
        return value.TryGetNumber(out var number) && number >= _low && number <= _high && (Math.Abs(number) < ExactNumber.DoublesSuffice || range.Contains(value));
    }
}

internal sealed class PrefixMatcher(int slot, string prefix) : ConditionMatcher
{
    public override bool Matches(SegmentRow row) => row.Value(slot).TryGetString(out var text) && text.StartsWith(prefix, StringComparison.Ordinal);
}

internal sealed class SuffixMatcher(int slot, string suffix) : ConditionMatcher
{
    public override bool Matches(SegmentRow row) => row.Value(slot).TryGetString(out var text) && text.EndsWith(suffix, StringComparison.Ordinal);
}

internal sealed class GlobMatcher(int slot, GlobPattern glob) : ConditionMatcher
{
    public override bool Matches(SegmentRow row) => row.Value(slot).TryGetString(out var text) && glob.IsMatch(text);
}

/// <summary>Builds its expression at the first text that reaches it: most rules are decided before that.</summary>
internal sealed class RegexMatcher(int slot, Lazy<Regex> regex) : ConditionMatcher
{
    public override bool Matches(SegmentRow row) => row.Value(slot).TryGetString(out var text) && regex.Value.IsMatch(text);
}

internal sealed class AllMatcher(ConditionMatcher[] parts) : ConditionMatcher
{
    public override bool Matches(SegmentRow row)
    {
        foreach (var part in parts)
        {
            if (!part.Matches(row)) return false;
        }

        return true;
    }
}

internal sealed class AnyMatcher(ConditionMatcher[] parts) : ConditionMatcher
{
    public override bool Matches(SegmentRow row)
    {
        foreach (var part in parts)
        {
            if (part.Matches(row)) return true;
        }

        return false;
    }
}

internal sealed class NotMatcher(ConditionMatcher part) : ConditionMatcher
{
    public override bool Matches(SegmentRow row) => !part.Matches(row);
}
