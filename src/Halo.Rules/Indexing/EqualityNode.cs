namespace Halo.Rules;

/// <summary>Rules filed by the value that they demand of one more attribute, and beside them the rules that demand none.</summary>
internal sealed class EqualityNode : CandidateNode
{
    private readonly int _slot;
    private readonly Dictionary<int, CandidateNode> _bySymbol;
    private readonly CandidateNode? _rest;

    public EqualityNode(int slot, Dictionary<int, CandidateNode> bySymbol, CandidateNode? rest)
    {
        _slot = slot;
        _bySymbol = bySymbol;
        _rest = rest;
        BestRank = Math.Min(bySymbol.Values.Min(node => node.BestRank), rest?.BestRank ?? int.MaxValue);
    }

    public override void Search(SegmentRow row, ref RankSearch search)
    {
        if (_bySymbol.TryGetValue(row.Symbols[_slot], out var node) && node.BestRank < search.Best) node.Search(row, ref search);
        if (_rest is not null && _rest.BestRank < search.Best) _rest.Search(row, ref search);
    }

    public override void Count(ref NodeCounts counts)
    {
        foreach (var node in _bySymbol.Values) node.Count(ref counts);
        counts.Bytes += 80 + (_bySymbol.Count * 36L);
        _rest?.Count(ref counts);
    }
}
