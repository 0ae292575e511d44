using System.Runtime.CompilerServices;

namespace Halo.Rules;

/// <summary>
/// A search within rules that are ranked once and for all: the smaller rank is the better rule.
/// </summary>
/// <param name="buckets">Where the rules lie.</param>
/// <param name="admitted">By target number: whether its rules may win.</param>
/// <param name="after">Only rules behind this rank count; -1 for all.</param>
/// <param name="best">Only rules before this rank count.</param>
internal ref struct RankSearch(Buckets buckets, ReadOnlySpan<bool> admitted, int after, int best)
{
    private readonly Buckets _buckets = buckets;
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

    /// <summary>Looks for a better rule in a bucket.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Visit(Bucket bucket, SegmentRow row)
    {
        if (!bucket.IsNode) Scan(bucket.Start, bucket.Count, row);
        else if (_buckets.Nodes[bucket.Node] is var node && node.BestRank < Best) node.Search(row, ref this);
    }

    /// <summary>Takes the first rule of a run, best first, that matches and is better than the best so far.</summary>
    public void Scan(int start, int count, SegmentRow row)
    {
        foreach (ref readonly var entry in _buckets.Entries.AsSpan(start, count))
        {
            if (entry.Rank >= Best) return;
            Candidates++;
            if (!_admitted[entry.Target] || entry.Rank <= _after) continue;
            if (!entry.Check.IsEmpty)
            {
                Checked++;
                if (!entry.Check.Passes(row, _buckets.Matchers)) continue;
            }

            if (!Removed.IsEmpty && RuleBits.Contains(Removed, Numbers[entry.Rank])) continue;
            Best = entry.Rank;
            return;
        }
    }
}
