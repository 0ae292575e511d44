namespace Halo.Rules;

/// <summary>The rules that are filed by one attribute: an array by symbol.</summary>
internal sealed class ValueTable
{
    private readonly Bucket[] _bySymbol;

    public ValueTable(int slot, int symbolCount, FiledCandidates filed, NodeBuilder builder)
    {
        Slot = slot;
        _bySymbol = new Bucket[symbolCount + 1];
        filed.ForEachKey(symbols => (ulong)symbols[0], (key, candidates) =>
        {
            BestRank = Math.Min(BestRank, candidates[0].Rank);
            _bySymbol[key] = builder.Build(candidates);
        });
    }

    public int Slot { get; }

    /// <summary>The best rank in the table.</summary>
    public int BestRank { get; private set; } = int.MaxValue;

    public long Bytes => 40 + (_bySymbol.Length * 4L);

    public Bucket Find(int symbol) => _bySymbol[symbol];
}
