using System.Numerics;

namespace Halo.Rules;

/// <summary>
/// Buckets by a number, with the best rank of each beside the number: a bucket that cannot hold a better rule is passed
/// over without being touched. Open addressing.
/// </summary>
internal sealed class BucketTable
{
    private readonly Slot[] _slots;
    private readonly int _shift;

    public BucketTable(IReadOnlyCollection<KeyValuePair<long, RankedBucket>> buckets)
    {
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, buckets.Count + (buckets.Count / 2)));
        _shift = 64 - BitOperations.Log2((uint)capacity);
        _slots = new Slot[capacity];
        foreach (var (key, bucket) in buckets)
        {
            var at = Home(key);
            while (!_slots[at].Bucket.IsEmpty) at = (at + 1) & (capacity - 1);
            _slots[at] = new Slot(key, bucket.BestRank, bucket.Bucket);
            BestRank = Math.Min(BestRank, bucket.BestRank);
        }
    }

    /// <summary>The best rank of all buckets.</summary>
    public int BestRank { get; } = int.MaxValue;

    public long Bytes => 56 + (_slots.Length * 16L);

    public void Search(long key, SegmentRow row, ref RankSearch search)
    {
        var slots = _slots;
        for (var at = Home(key); !slots[at].Bucket.IsEmpty; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];
            if (slot.Key != key) continue;
            if (slot.BestRank < search.Best) search.Visit(slot.Bucket, row);
            return;
        }
    }

    // Multiplicative (Fibonacci) hashing: Knuth, The Art of Computer Programming, volume 3, 6.4.
    private int Home(long key) => (int)(((ulong)key * 0x9E3779B97F4A7C15UL) >> _shift);

    private readonly record struct Slot(long Key, int BestRank, Bucket Bucket);
}
