namespace Halo.Rules;

/// <summary>Rules filed by the value that they demand of one more attribute, and beside them the rules that demand none.</summary>
internal sealed class EqualityNode : CandidateNode
{
    private readonly int _slot;
    private readonly KeyTable _bySymbol;
    private readonly RankedBucket _rest;

    public EqualityNode(int slot, KeyTable bySymbol, RankedBucket rest)
    {
        (_slot, _bySymbol, _rest) = (slot, bySymbol, rest);
        BestRank = Math.Min(bySymbol.BestRank, rest.BestRank);
    }

    public override void Search(SegmentRow row, ref RuleSearch search)
    {
        ref readonly var slot = ref _bySymbol.Find((ulong)row.Symbols[_slot]);
        if (slot.BestRank < search.Best) search.Visit(slot.Bucket, row);
        _rest.Search(row, ref search);
    }

    public override void Count(ref NodeCounts counts) => counts.Bytes += 48 + _bySymbol.Bytes;
}
