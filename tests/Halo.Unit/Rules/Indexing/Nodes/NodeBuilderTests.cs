namespace Halo.Unit.Rules.Indexing;

/// <summary>How deep nodes are nested, told by the rules that are left side by side below.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class NodeBuilderTests
{
    private const int Levels = 4;
    private const int Attributes = 6;
    private const int Alike = 13; // one more than is looked at as fast as a node

    private static readonly string[] Kinds = ["equality", "head", "tail"];

    // Each attribute has two values, so that each level leaves half of the candidates.
    [TestCaseSource(nameof(Kinds))]
    public void Build_MoreAttributesThanLevels_LeavesWhatTheLastLevelHas(string kind)
    {
        var values = Enumerable.Range(0, Alike << Attributes);
        Assert.That(LongestList(values.Select(i => Enumerable.Range(0, Attributes).Select(at => Test(kind, at, (i >> at) & 1)))), Is.EqualTo(Alike << (Attributes - Levels)));
    }

    // Each attribute is asked for by the first half of the candidates that ask for none before it.
    [TestCaseSource(nameof(Kinds))]
    public void Build_MoreAttributesThanLevelsBesideEachOther_LeavesTheRestOfTheLastLevel(string kind)
    {
        var groups = Enumerable.Range(0, Attributes).SelectMany(at => Enumerable.Range(0, Alike << (Attributes - at)).Select(value => new[] { Test(kind, at, value) }));
        Assert.That(LongestList(groups), Is.EqualTo(Enumerable.Range(Levels, Attributes - Levels).Sum(at => Alike << (Attributes - at))));
    }

    private static Condition Test(string kind, int attribute, int value) => kind switch
    {
        "equality" => When.Attribute($"a{attribute}").Is(value),
        "head" => When.Attribute($"a{attribute}").StartsWith($"{value}/"),
        _ => When.Attribute($"a{attribute}").EndsWith($"/{value}"),
    };

    private static int LongestList(IEnumerable<IEnumerable<Condition>> rests)
    {
        var vocabulary = new RuleVocabulary();
        var compiler = new ConditionCompiler(vocabulary);
        var store = new BucketStore(new EntryCompiler(compiler, vocabulary));
        new NodeBuilder(compiler, vocabulary, store).Build([.. rests.Select((rest, rank) => new RuleTerm(rank, 0, [.. rest]))]);
        var counts = default(NodeCounts);
        store.ToBuckets().Count(ref counts);
        return counts.LongestList;
    }
}
