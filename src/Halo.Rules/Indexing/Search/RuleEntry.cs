using System.Runtime.CompilerServices;

namespace Halo.Rules;

/// <summary>A rule as a search meets it, without a reference: most rules are decided by these 24 bytes alone.</summary>
/// <param name="Rank">Its rank in its segment.</param>
/// <param name="Target">Its agent's target number.</param>
/// <param name="Check">The conditions that the way to it did not decide.</param>
internal readonly record struct RuleEntry(int Rank, int Target, RuleCheck Check);

/// <summary>
/// What is left to check of a rule: one condition that lies here, beside the rule, and the number of the matcher for the
/// rest, which lies elsewhere in memory and is touched only when the first holds.
/// </summary>
internal readonly record struct RuleCheck
{
    private const int KindBits = 3;
    private const int TailLength = 3; // characters of a text that fit beside its length

    private readonly ulong _data;
    private readonly int _test; // kind, and slot above it

    private RuleCheck(Kind kind, int slot, ulong data)
        : this((slot << KindBits) | (int)kind, data, 0)
    {
    }

    private RuleCheck(int test, ulong data, int rest) => (_test, _data, Rest) = (test, data, rest);

    private enum Kind
    {
        None,
        Symbol,
        OtherSymbol,
        Symbols,
        Range,
        Head,
    }

    /// <summary>Whether nothing is left to check.</summary>
    public bool IsEmpty => (_test | Rest) == 0;

    /// <summary>The number of the matcher for the rest, from 1; 0 for none.</summary>
    public int Rest { get; }

    /// <summary>The value in a slot has this symbol.</summary>
    public static RuleCheck Symbol(int slot, int symbol) => new(Kind.Symbol, slot, (ulong)symbol);

    /// <summary>The value in a slot does not have this symbol, or there is none.</summary>
    public static RuleCheck OtherSymbol(int slot, int symbol) => new(Kind.OtherSymbol, slot, (ulong)symbol);

    /// <summary>The value in a slot has one of these symbols; null when one is too large to be kept as a bit.</summary>
    public static RuleCheck? Symbols(int slot, ReadOnlySpan<int> symbols)
    {
        var bits = 0UL;
        foreach (var symbol in symbols)
        {
            if (symbol >= 64) return null;
            bits |= 1UL << symbol;
        }

        return new RuleCheck(Kind.Symbols, slot, bits);
    }

    /// <summary>The number in a slot lies in a range, whose bounds are rounded outwards to 32 bits.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="low">No number of the range is below this one.</param>
    /// <param name="high">No number of the range is above this one.</param>
    /// <param name="isExact">Whether the bounds needed no rounding.</param>
    public static RuleCheck Range(int slot, double low, double high, out bool isExact)
    {
        var (from, to) = ((float)low, (float)high);
        isExact = from == low && to == high;
        if (from > low) from = MathF.BitDecrement(from);
        if (to < high) to = MathF.BitIncrement(to);
        return new RuleCheck(Kind.Range, slot, ((ulong)BitConverter.SingleToUInt32Bits(to) << 32) | BitConverter.SingleToUInt32Bits(from));
    }

    /// <summary>The text in a slot has the last characters of a head where the head would end; null when the head is too long or empty.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="head">What the text must begin with.</param>
    /// <param name="isExact">Whether these are all characters of the head.</param>
    public static RuleCheck? Head(int slot, string head, out bool isExact)
    {
        isExact = head.Length <= TailLength;
        return head.Length is 0 or > ushort.MaxValue ? null : new RuleCheck(Kind.Head, slot, Tail(head, head.Length));
    }

    /// <summary>The same check, and then a matcher.</summary>
    /// <param name="number">The matcher's number, from 1.</param>
    public RuleCheck Then(int number) => new(_test, _data, number);

    /// <summary>Whether the condition that lies here holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Passes(SegmentRow row)
    {
        var slot = _test >> KindBits;
        switch ((Kind)(_test & ((1 << KindBits) - 1)))
        {
            case Kind.Symbol: return row.Symbols[slot] == (int)_data;
            case Kind.OtherSymbol: return row.Symbols[slot] != (int)_data;
            case Kind.Symbols: return row.Symbols[slot] is < 64 and var symbol && (_data & (1UL << symbol)) != 0;
            case Kind.Range:
                var value = row.Value(slot);
                if (!value.TryGetNumber(out var number)) return false;
                double low = BitConverter.UInt32BitsToSingle((uint)_data), high = BitConverter.UInt32BitsToSingle((uint)(_data >> 32));
                return number >= low && number <= high && (Math.Abs(number) < ExactNumber.DoublesSuffice || IsWithin(value, low, high));
            case Kind.Head:
                var length = (int)(_data & ushort.MaxValue);
                return row.Value(slot).TryGetString(out var text) && text.Length >= length && Tail(text, length) == _data;
            default: return true;
        }
    }

    // A whole number that no double holds may have been rounded into the range.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsWithin(AttributeValue value, double low, double high) =>
        ExactNumber.Of(value) is { } number && ExactNumber.Of(low) <= number && number <= ExactNumber.Of(high);

    /// <summary>The last characters of the head of a text, and above 16 bits for its length.</summary>
    private static ulong Tail(string text, int length)
    {
        var tail = (ulong)length;
        for (int i = Math.Max(0, length - TailLength), shift = 16; i < length; i++, shift += 16) tail |= (ulong)text[i] << shift;
        return tail;
    }
}
