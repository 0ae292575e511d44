using System.Runtime.CompilerServices;

namespace Halo.Rules;

/// <summary>The state of one search: what may be chosen, and the best rule found so far.</summary>
/// <param name="admitted">By target number: whether its rules may win.</param>
/// <param name="after">Only rules behind this key count.</param>
internal ref struct RuleSearch(ReadOnlySpan<bool> admitted, ulong after)
{
    private readonly ReadOnlySpan<bool> _admitted = admitted;

    public readonly ulong After { get; } = after;

    /// <summary>The best rule's key; <see cref="RuleOrder.Last"/> before one is found.</summary>
    public ulong BestKey { get; private set; } = RuleOrder.Last;

    /// <summary>The best rule's number; -1 before one is found.</summary>
    public int BestNumber { get; private set; } = -1;

    /// <summary>Bits of the rules that were removed since their segment was built; empty when none was.</summary>
    public ReadOnlySpan<ulong> Removed { get; set; }

    /// <summary>How many rules were looked at.</summary>
    public int Candidates { get; private set; }

    /// <summary>How many of them had further conditions to check.</summary>
    public int Checked { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Admits(int target) => _admitted[target];

    /// <summary>
    /// Takes the first rule of a list in rule order that matches and is better than the best so far.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Scan(ReadOnlySpan<RuleEntry> entries, SegmentRow row)
    {
        foreach (ref readonly var entry in entries)
        {
            if (entry.Key >= BestKey) return;
            if (Offer(in entry, row)) return;
        }
    }

    private bool Offer(in RuleEntry entry, SegmentRow row)
    {
        Candidates++;
        if (entry.Key <= After || !_admitted[entry.Target]) return false;
        if (!Removed.IsEmpty && IsRemoved(entry.Number)) return false;
        if (entry.Residual is { } residual)
        {
            Checked++;
            if (!residual.Matches(row)) return false;
        }

        BestKey = entry.Key;
        BestNumber = entry.Number;
        return true;
    }

    private readonly bool IsRemoved(int number) => (uint)(number >> 6) < (uint)Removed.Length && (Removed[number >> 6] & (1UL << (number & 63))) != 0;
}
