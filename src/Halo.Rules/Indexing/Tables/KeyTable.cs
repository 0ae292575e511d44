using System.Numerics;
using System.Runtime.CompilerServices;

namespace Halo.Rules;

/// <summary>
/// Buckets by key. Open addressing over four to eight places a key, of which only a bit each is kept: the taken places lie
/// side by side, and the bits before a place tell where (a compressed sparse array; rank by counting bits, Jacobson, 1989).
/// </summary>
/// <remarks>
/// Most probes find nothing: a task has one combination of values, and each table is asked for it. They end at a free bit, and
/// the bits of a table are few enough to stay in the cache where its slots do not.
/// </remarks>
internal class KeyTable
{
    public const int Free = 0;

    private readonly Word[] _words;
    private readonly Slot[] _slots; // by rank of the place; the first stands for every place that is free
    private readonly ulong _factor;
    private readonly int _shift;

    /// <param name="buckets">The buckets; keys are different.</param>
    public KeyTable(IReadOnlyCollection<KeyValuePair<ulong, RankedBucket>> buckets)
    {
        KeyValuePair<ulong, RankedBucket>[] numbered = [.. buckets];
        var placing = new KeyPlaces(Array.ConvertAll(numbered, bucket => bucket.Key));
        (_factor, _shift) = (placing.Factor, placing.Shift);
        var places = placing.Numbers;
        _words = new Word[places.Length >> 6];
        _slots = new Slot[numbered.Length + 1];
        _slots[Free] = new Slot(0, int.MaxValue, default);
        var rank = Free + 1;
        for (var at = 0; at < places.Length; at++)
        {
            ref var word = ref _words[at >> 6];
            if ((at & 63) == 0) word = new Word(0, rank);
            if (places[at] == 0) continue;
            var (key, bucket) = numbered[places[at] - 1];
            BestRank = Math.Min(BestRank, bucket.BestRank);
            word = word with { Bits = word.Bits | (1UL << (at & 63)) };
            _slots[rank++] = new Slot(key, bucket.BestRank, bucket.Bucket);
        }
    }

    /// <summary>The best rank in the table.</summary>
    public int BestRank { get; } = int.MaxValue;

    public long Bytes => 88 + (_words.Length * 16L) + (_slots.Length * 16L);

    /// <summary>Where a key would lie; a free slot when its place is free.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Locate(ulong key) => RankOf(Home(key, _factor, _shift));

    /// <summary>What lies at a location, whatever its key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly Slot At(int location) => ref _slots[location];

    /// <summary>The location of a key, which may lie beyond where it belongs; a free slot when it is not in the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Confirm(int location, ulong key) => (location != Free) & (_slots[location].Key != key) ? LocateBeyond(key) : location;

    /// <summary>The place where a key is looked for first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Home(ulong key, ulong factor, int shift) => (int)((key * factor) >> shift);

    /// <summary>What a key leads to; a free slot when it is not in the table.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly Slot Find(ulong key) => ref _slots[Confirm(Locate(key), key)];

    private int LocateBeyond(ulong key)
    {
        for (var place = Home(key, _factor, _shift) + 1; ; place++)
        {
            var location = RankOf(place & ((_words.Length << 6) - 1));
            if (location == Free || _slots[location].Key == key) return location;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int RankOf(int place)
    {
        ref readonly var word = ref _words[place >> 6];
        var isTaken = (int)(word.Bits >> (place & 63)) & 1;
        return -isTaken & (word.Before + BitOperations.PopCount(word.Bits & ((1UL << (place & 63)) - 1))); // no branch: it would be guessed wrong
    }

    /// <summary>A key with its bucket, and the best rule there: most probes end without touching the bucket.</summary>
    public readonly record struct Slot(ulong Key, int BestRank, Bucket Bucket);

    private readonly record struct Word(ulong Bits, int Before);
}
