using System.Runtime.CompilerServices;

namespace Halo.Rules;

/// <summary>
/// One search for the best rule: what may be chosen, and what was found so far. Its stages are named in
/// <see cref="RuleSegment.Search"/>; every stage ends here, in a bucket.
/// </summary>
/// <remarks>
/// Within a segment rules are compared by rank, their place in its order: one integer, which the entry itself holds. Ranks of
/// different segments cannot be compared; <see cref="Enter"/> translates what was found before into the segment's ranks.
/// </remarks>
/// <param name="admitted">By target number: whether its rules may win.</param>
/// <param name="removed">Bits of the rules, by number, that were removed since their segment was built; empty when none was.</param>
/// <param name="after">Only rules after this key count.</param>
internal ref struct RuleSearch(ReadOnlySpan<bool> admitted, ReadOnlySpan<ulong> removed, ulong after)
{
    private readonly ReadOnlySpan<bool> _admitted = admitted;
    private readonly ReadOnlySpan<ulong> _removed = removed;
    private Buckets _buckets = null!; // of the segment that was entered, like all ranks
    private int[] _numbers = null!;
    private int _afterRank;
    private int _beforeRank;
    private int _target = -1;
    private int _candidates;
    private int _checked;

    /// <summary>Only rules after this key count.</summary>
    public readonly ulong After { get; } = after;

    /// <summary>The number of the best rule of the segments that were left; -1 before one is found.</summary>
    public int Rule { get; private set; } = -1;

    /// <summary>Only rules before this rank can be better than what was found so far.</summary>
    public int Best { get; private set; }

    /// <summary>What was found.</summary>
    public readonly RuleMatch Result => new(Rule, _target, _candidates, _checked);

    /// <summary>Goes on in another segment.</summary>
    /// <param name="buckets">Where its rules lie.</param>
    /// <param name="numbers">The numbers of its rules, by rank.</param>
    /// <param name="after">Only rules after this rank count; -1 for all.</param>
    /// <param name="before">Only rules before this rank count.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter(Buckets buckets, int[] numbers, int after, int before)
    {
        (_buckets, _numbers) = (buckets, numbers);
        (_afterRank, _beforeRank, Best) = (after, before, before);
    }

    /// <summary>Ends the search of a segment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave()
    {
        if (Best < _beforeRank) Rule = _numbers[Best];
    }

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
            _candidates++;
            if (!_admitted[entry.Target] || entry.Rank <= _afterRank) continue;
            if (!entry.Check.IsEmpty)
            {
                _checked++;
                if (!entry.Check.Passes(row)) continue;
                if (entry.Check.Rest is > 0 and var rest && !_buckets.Matchers[rest - 1].Matches(row)) continue;
            }

            if (!_removed.IsEmpty && RuleBits.Contains(_removed, _numbers[entry.Rank])) continue;
            (Best, _target) = (entry.Rank, entry.Target);
            return;
        }
    }
}
