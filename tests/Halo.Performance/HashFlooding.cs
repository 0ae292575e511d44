using Halo.NUnit;
using Halo.Unit;

namespace Halo.Performance;

/// <summary>A hundred thousand values that collide under known hashes take little more time than as many that do not.</summary>
[TestFixture, Category("Performance"), NonParallelizable]
[PerfBudget(Samples = 3)]
public sealed class HashFlooding
{
    private const int Count = 100_000;
    private const double Most = 3;

    private static readonly (int First, int Second)[] ChosenPairs = ColludingKeys.PairsOfFewHomes(new KeyPlaces([1]).Factor, Count);
    private static readonly string[] ChosenTexts = ColludingKeys.Texts(Count);

    [Test]
    public void BuildAnIndex_PairsOfFewHomes_TakesLittleMore() => Perf.Ratio(IndexOfPairs(OrdinaryPairs()), IndexOfPairs(ChosenPairs)).AtMost(Most);

    [Test]
    public void BuildAnIndex_BoundsOfOneHash_TakesLittleMore() =>
        Perf.Ratio(IndexOfRanges([.. Enumerable.Range(0, Count).Select(i => 2.0 + i)]), IndexOfRanges(ColludingKeys.Doubles(Count))).AtMost(Most);

    [Test]
    public void BuildAGraph_IdsAndValuesOfOneHash_TakesLittleMore() =>
        Perf.Ratio(GraphOf([.. Enumerable.Range(0, Count).Select(i => $"{i:x8}")]), GraphOf(ChosenTexts)).AtMost(Most);

    [Test]
    public void BuildAnIndex_RuleIdsAndLiteralsOfOneHash_TakesLittleMore() =>
        Perf.Ratio(RulesOf([.. Enumerable.Range(0, Count).Select(i => $"{i:x8}")]), RulesOf(ChosenTexts)).AtMost(Most);

    private static IEnumerable<(int First, int Second)> OrdinaryPairs()
    {
        var random = new Random(1);
        return Enumerable.Range(0, ColludingKeys.Symbols * ColludingKeys.Symbols)
            .Where(_ => random.Next(ColludingKeys.Symbols * ColludingKeys.Symbols) < Count)
            .Select(i => (i / ColludingKeys.Symbols, i % ColludingKeys.Symbols));
    }

    // The first rules name every symbol in turn, so that symbols have the numbers that the pairs were chosen for.
    private static Action IndexOfPairs(IEnumerable<(int First, int Second)> pairs)
    {
        var all = Enumerable.Range(0, ColludingKeys.Symbols).Select(i => (First: i, Second: i)).Concat(pairs);
        var rules = RuleSet.Create(all.Select((pair, i) => new RoutingRule($"r{i}", When.Attribute("a").Is(pair.First) & When.Attribute("b").Is(pair.Second), "x")));
        return () => _ = new RuleIndex(rules);
    }

    private static Action IndexOfRanges(double[] bounds)
    {
        var rules = RuleSet.Create(bounds.Select((bound, i) => new RoutingRule($"r{i}", When.Attribute("a").Between(bound, Math.BitIncrement(bound)), "x")));
        return () => _ = new RuleIndex(rules);
    }

    private static Action GraphOf(string[] texts)
    {
        TaskNode[] tasks = [.. texts.Select(text => new TaskNode(text, "x") { Attributes = new Dictionary<string, AttributeValue> { ["a"] = text } })];
        return () => TaskGraph.Create(tasks);
    }

    private static Action RulesOf(string[] texts)
    {
        RoutingRule[] rules = [.. texts.Select(text => new RoutingRule(text, When.Attribute("a").Is(text), "x"))];
        return () => _ = new RuleIndex(RuleSet.Create(rules));
    }
}
