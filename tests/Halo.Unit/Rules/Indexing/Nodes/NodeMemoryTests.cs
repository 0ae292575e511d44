using System.Runtime.CompilerServices;

namespace Halo.Unit.Rules.Indexing;

/// <summary>The estimates of memory are no less than the arrays that are held, and little more.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class NodeMemoryTests
{
    private const int Count = 1_024;
    private const int Reference = 8;
    private const int Header = 16;

    private static readonly RuleVocabulary Vocabulary = new();
    private static readonly BucketStore Store = new(new EntryCompiler(new ConditionCompiler(Vocabulary), Vocabulary));
    private static readonly int OfBucket = Unsafe.SizeOf<RankedBucket>();

    [Test]
    public void Buckets_OfEntries_HoldsTheirArray() => AssertAbout(Count * Unsafe.SizeOf<RuleEntry>(), new Buckets(new RuleEntry[Count], [], []).Count);

    [Test]
    public void Buckets_OfMatchers_HoldsTheirReferences() => AssertAbout(Count * Reference, new Buckets([], [], new ConditionMatcher[Count]).Count);

    [Test]
    public void Buckets_OfNodes_HoldsReferencesAndNodes() =>
        AssertAbout(Count * (Reference + Header + (4 * sizeof(int))), new Buckets([], [.. Enumerable.Repeat(new ListNode(0, 1, 0), Count)], []).Count);

    [Test]
    public void GroupNode_OfManyAgents_HoldsARunForEach() =>
        AssertAbout(Count * 4 * sizeof(int), new GroupNode(Enumerable.Range(0, Count).Select(i => new RuleTerm(i, i, [])), Store).Count);

    // A slot for each key, and a bit for each of four places a key.
    [Test]
    public void KeyTable_OfManyKeys_HoldsSlotsAndBits() => Assert.That(Table(Count).Bytes, Is.InRange(OfKeys(Count), OfKeys(Count) * 5 / 4));

    [Test]
    public void EqualityNode_OfManyValues_HoldsTheirTable() => AssertAbout(OfKeys(Count), new EqualityNode(0, Table(Count), RankedBucket.None).Count);

    [Test]
    public void RangeNode_OfManyCuts_HoldsThem() => AssertAbout(Count * sizeof(double), new RangeNode(0, new double[Count], [], RankedBucket.None).Count, spare: 1_500);

    [Test]
    public void RangeNode_OfManyCells_HoldsTheirTable() => AssertAbout(OfKeys(Count), new RangeNode(0, [], Keys(Count), RankedBucket.None).Count);

    [Test]
    public void TextNode_OfManyTexts_HoldsThem()
    {
        const int length = 50;
        var texts = Enumerable.Range(0, Count).ToDictionary(i => i.ToString($"D{length}", null), _ => RankedBucket.None);
        var bytes = Header + 4 + ((length + 1) * sizeof(char)) + Reference + sizeof(ulong) + sizeof(int) + OfBucket;
        AssertAbout(Count * bytes, new TextNode(0, false, new SortedDictionary<string, RankedBucket>(texts, StringComparer.Ordinal), RankedBucket.None).Count);
    }

    [Test]
    public void ValueTable_OfManySymbols_HoldsABucketForEach()
    {
        Assert.That(new ValueTable(Count).Bytes, Is.InRange(Count * sizeof(int), Count * sizeof(int) * 5 / 4));
    }

    // At most every other slot is taken.
    [Test]
    public void LiteralTable_OfManyValues_HoldsThemAndTheirSlots()
    {
        var table = new LiteralTable();
        for (var i = 0; i < Count; i++) table.Intern("a", i);
        Assert.That(table.Bytes, Is.InRange(OfLiterals(Count), OfLiterals(Count) * 5 / 4));
    }

    [Test]
    public void RuleVocabulary_OfManyValues_HoldsThemAndTheirSymbols()
    {
        var vocabulary = new RuleVocabulary();
        for (var i = 0; i < Count; i++) vocabulary.AddSymbol(0, i);
        Assert.That(vocabulary.Bytes, Is.InRange(OfLiterals(Count) + (Count * sizeof(int)), OfLiterals(Count) * 5 / 4));
    }

    [Test]
    public void RuleSegment_OfManyValues_HoldsEntriesBucketsNumbersAndVocabulary()
    {
        var segment = new RuleSegment(Log(), [.. Enumerable.Range(0, Count)]);
        AssertAbout(segment.Vocabulary.Bytes + (Count * (Unsafe.SizeOf<RuleEntry>() + (2L * sizeof(int)))), segment.Count);
    }

    [Test]
    public void IndexStatistics_OfNoSegment_HoldsTheLog() =>
        Assert.That(IndexStatistics.Of(new RuleIndex(Rules()), []).Bytes, Is.EqualTo(Count * (Reference + sizeof(ulong) + sizeof(int))));

    private delegate void Counting(ref NodeCounts counts);

    private static void AssertAbout(long bytes, Counting count, int spare = 200)
    {
        var counts = new NodeCounts { Bytes = 7 };
        count(ref counts);
        Assert.That(counts.Bytes - 7, Is.InRange(bytes, bytes + (bytes / 4) + spare));
    }

    private static long OfKeys(int keys) => (keys * Unsafe.SizeOf<KeyTable.Slot>()) + (4 * keys / 8);

    private static long OfLiterals(int literals) => literals * (Unsafe.SizeOf<Literal>() + (2L * sizeof(ulong)));

    private static KeyTable Table(int keys) => new(Keys(keys));

    private static Dictionary<ulong, RankedBucket> Keys(int count) => Enumerable.Range(1, count).ToDictionary(key => (ulong)key, _ => RankedBucket.None);

    private static RuleSet Rules() => RuleSet.Create(Enumerable.Range(0, Count).Select(i => new RoutingRule($"r{i}", When.Attribute("a").Is(i), "agent")));

    private static RuleLog Log() => new(Rules(), new RuleTargets(Rules()));
}
