namespace Halo.Rules;

/// <summary>The rules that are filed by one attribute: an array by symbol.</summary>
internal sealed class ValueTable
{
    private readonly Bucket[] _bySymbol;

    public ValueTable(int slot, int symbolCount, FiledCandidates filed, BucketStore store)
    {
        Slot = slot;
        _bySymbol = new Bucket[symbolCount + 1];
        filed.ForEachKey(symbols => (ulong)symbols[0], (key, candidates) => _bySymbol[key] = store.Add(candidates));
    }

    public int Slot { get; }

    /// <summary>The best rank in the table; known when the store is finished.</summary>
    public int BestRank { get; private set; }

    public long Bytes => 40 + (_bySymbol.Length * 8L);

    public void Finish(Buckets buckets) => BestRank = _bySymbol.Min(buckets.BestRankOf);

    public Bucket Find(int symbol) => _bySymbol[symbol];
}
