using System.Runtime.CompilerServices;

namespace Halo.Rules;

/// <summary>
/// The rules whose keys name the same attributes, in one hash table: a probe costs the same for any number of rules.
/// </summary>
internal sealed class SignatureTable : KeyTable
{
    private readonly ulong _named;
    private readonly ulong _mask;
    private readonly int _word;
    private readonly PackedKey? _key; // null when the key is a part of one word

    /// <summary>Files candidates under the keys of their symbols.</summary>
    public SignatureTable(PackedKey key, FiledCandidates filed, NodeBuilder builder)
        : base(BucketsOf(key, filed, builder))
    {
        (_named, _word, _mask) = (key.Named, key.FirstWord, key.FirstMask);
        _key = key.IsOneWord ? null : key;
    }

    /// <summary>The key of a row; 0, which no rule has, when the row lacks one of the attributes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong KeyOf(SegmentRow row)
    {
        if ((row.Named & _named) != _named) return 0;
        return _key is null ? row.Words[_word] & _mask : _key.Of(row.Words);
    }

    private static List<KeyValuePair<ulong, RankedBucket>> BucketsOf(PackedKey key, FiledCandidates filed, NodeBuilder builder)
    {
        var buckets = new List<KeyValuePair<ulong, RankedBucket>>();
        filed.ForEachKey(key.Of, (packed, candidates) => buckets.Add(new(packed, new RankedBucket(candidates[0].Rank, builder.Build(candidates)))));
        return buckets;
    }
}
