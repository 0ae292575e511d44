using System.Runtime.CompilerServices;

namespace Halo.Rules;

/// <summary>
/// A search within rules that are ranked once and for all: the smaller rank is the better rule.
/// </summary>
/// <param name="admitted">By target number: whether its rules may win.</param>
/// <param name="after">Only rules behind this rank count; -1 for all.</param>
/// <param name="best">Only rules before this rank count.</param>
internal ref struct RankSearch(ReadOnlySpan<bool> admitted, int after, int best)
{
    private readonly ReadOnlySpan<bool> _admitted = admitted;
    private readonly int _after = after;

    /// <summary>The rank of the best rule so far.</summary>
    public int Best { get; private set; } = best;

    /// <summary>How many rules were looked at.</summary>
    public int Candidates { get; private set; }

    /// <summary>How many of them had further conditions to check.</summary>
    public int Checked { get; private set; }

    /// <summary>The numbers of the ranked rules; needed only where some were removed.</summary>
    public ReadOnlySpan<int> Numbers { get; init; }

    /// <summary>Bits of the removed rules, by number; empty when none was.</summary>
    public ReadOnlySpan<ulong> Removed { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Admits(int target) => _admitted[target];

    /// <summary>Takes the first rule of a list, best first, that matches and is better than the best so far.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Scan(ReadOnlySpan<RuleEntry> entries, SegmentRow row)
    {
        foreach (ref readonly var entry in entries)
        {
            if (entry.Rank >= Best) return;
            Candidates++;
            if (!_admitted[entry.Target] || entry.Rank <= _after) continue;
            if (entry.Residual is { } residual)
            {
                Checked++;
                if (!residual.Matches(row)) continue;
            }

            if (!Removed.IsEmpty && RuleBits.Contains(Removed, Numbers[entry.Rank])) continue;
            Best = entry.Rank;
            return;
        }
    }
}
