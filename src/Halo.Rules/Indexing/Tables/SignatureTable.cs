using System.Runtime.CompilerServices;

namespace Halo.Rules;

/// <summary>The rules that are filed by one attribute: an array by symbol.</summary>
internal sealed class ValueTable(int symbolCount)
{
    private readonly Bucket[] _bySymbol = new Bucket[symbolCount + 1];

    /// <summary>The best rank in the table.</summary>
    public int BestRank { get; private set; } = int.MaxValue;

    public long Bytes => 40 + (_bySymbol.Length * 4L);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Bucket Find(int symbol) => _bySymbol[symbol];

    /// <summary>Sets the rules of a symbol, while the table is built.</summary>
    public void Set(int symbol, RankedBucket rules)
    {
        _bySymbol[symbol] = rules.Bucket;
        BestRank = Math.Min(BestRank, rules.BestRank);
    }
}

/// <summary>
/// The rules whose keys name the same attributes, more than one, in one hash table: a probe costs the same for any number of rules.
/// </summary>
internal sealed class SignatureTable : KeyTable
{
    private readonly ulong _named;
    private readonly ulong _mask;
    private readonly int _word;
    private readonly PackedKey? _key; // null when the key is a part of one word

    /// <param name="key">How keys are made of symbols.</param>
    /// <param name="buckets">The rules of each key; keys are different.</param>
    public SignatureTable(PackedKey key, IReadOnlyCollection<KeyValuePair<ulong, RankedBucket>> buckets)
        : base(buckets)
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
}
