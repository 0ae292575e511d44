namespace Halo.Rules;

/// <summary>Rules filed by the value that they demand of one more attribute, and beside them the rules that demand none.</summary>
internal sealed class EqualityNode : CandidateNode
{
    private readonly int _slot;
    private readonly NodeTable _bySymbol;
    private readonly CandidateNode? _rest;

    public EqualityNode(int slot, Dictionary<long, CandidateNode> bySymbol, CandidateNode? rest)
    {
        _slot = slot;
        _bySymbol = new NodeTable(bySymbol);
        _rest = rest;
        BestRank = Math.Min(_bySymbol.BestRank, rest?.BestRank ?? int.MaxValue);
    }

    public override void Search(SegmentRow row, ref RankSearch search)
    {
        _bySymbol.Search(row.Symbols[_slot], row, ref search);
        if (_rest is not null && _rest.BestRank < search.Best) _rest.Search(row, ref search);
    }

    public override void Count(ref NodeCounts counts)
    {
        _bySymbol.Count(ref counts);
        counts.Bytes += 40;
        _rest?.Count(ref counts);
    }
}
