namespace Halo.Unit.Rules.Indexing;

/// <summary>Which combinations of attributes have a table, and where terms of the others go. An attribute is a letter.</summary>
[TestFixture, Category("Unit"), Parallelizable, FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SegmentFilingTests
{
    private readonly RuleVocabulary _vocabulary = new();

    [TestCase("ab", "ab")]
    [TestCase("a", "a")]
    [TestCase("", "")]
    public void HomeOf_FewCombinations_IsTheTermsOwn(string attributes, string home) => Assert.That(HomeOf(Filing(["ab", "bc"]), attributes), Is.EqualTo(home));

    [Test]
    public void HomeOf_MoreCombinationsThanTables_KeepsTheCommonest()
    {
        var pairs = Pairs(SignatureTables.MaxCount + 1);
        var filing = Filing([.. pairs.SelectMany((pair, i) => Enumerable.Repeat(pair, i + 1))]);
        Assert.That(pairs.Select(pair => HomeOf(filing, pair)), Is.EqualTo((string[])[pairs[0][..1], .. pairs[1..]]));
    }

    [TestCase("opqr", "opq")]
    [TestCase("oprs", "op")]
    [TestCase("oqrs", "o")]
    public void HomeOf_RareCombination_IsTheLargestKeptOneWithin(string attributes, string home) =>
        Assert.That(HomeOf(Filing([.. Common(SignatureTables.MaxCount - 2), .. Repeated("op"), .. Repeated("opq"), attributes]), attributes), Is.EqualTo(home));

    // In the common combinations the other attribute would be the rarer one.
    [Test]
    public void HomeOf_RareCombinationThatHoldsNoKeptOne_IsItsRarestAttribute() =>
        Assert.That(HomeOf(Filing([.. Common(SignatureTables.MaxCount - 1), .. Repeated("xo"), "xy", "yz"]), "xy"), Is.EqualTo("x"));

    [Test]
    public void HomeOf_RareTermWithAList_AddsUpItsValues()
    {
        TermKey[] rare = [Key(("x", 2), ("y", 1)), Key(("x", 2), ("y", 1)), Key(("y", 1), ("z", 1))];
        var filing = new SegmentFiling([.. Common(SignatureTables.MaxCount).Select(Key), .. rare]);
        Assert.That(Text(filing.HomeOf(rare[0])), Is.EqualTo("y"), "Three uses of one value, against two of each of two.");
    }

    [Test]
    public void LayOut_AttributesOfSeveralTables_ComeFirst()
    {
        var positions = Filing(["ab", "db", "cb"]).LayOut(_vocabulary).Positions;
        Assert.That("badc".Select(attribute => positions[Slot(attribute)]), Is.EqualTo(new[] { 0, 1, 2, 3 }), "The others by slot, as they were named first.");
    }

    [Test]
    public void IsSubsetOf_OtherSlots_IsTrueOfEachWithin() =>
        Assert.That(new[] { IsSubset([1, 3], [1, 2, 3]), IsSubset([], [1]), IsSubset([1, 4], [1, 2, 3]), IsSubset([1], []) }, Is.EqualTo(new[] { true, true, false, false }));

    private static bool IsSubset(int[] slots, int[] others) => new Signature(slots).IsSubsetOf(new Signature(others));

    private static string[] Repeated(string attributes) => [.. Enumerable.Repeat(attributes, 50)];

    // Pairs of letters a to l.
    private static string[] Pairs(int count) => [.. (from one in "abcdefghijkl" from other in "abcdefghijkl" where one < other select $"{one}{other}").Take(count)];

    private static IEnumerable<string> Common(int count) => Pairs(count).SelectMany(Repeated);

    private SegmentFiling Filing(string[] terms) => new([.. terms.Select(Key)]);

    private string HomeOf(SegmentFiling filing, string attributes) => Text(filing.HomeOf(Key(attributes)));

    private TermKey Key(string attributes) => Key([.. attributes.Select(attribute => ($"{attribute}", 1))]);

    private TermKey Key(params (string Attribute, int Values)[] demands) =>
        TermKey.Of([.. demands.Select(demand => When.Attribute(demand.Attribute).In([.. Enumerable.Range(0, demand.Values).Select(value => AttributeValue.Of(value))]))], new ConditionCompiler(_vocabulary), _vocabulary);

    private int Slot(char attribute) => _vocabulary.AddSlot($"{attribute}");

    private string Text(Signature signature) => string.Concat("abcdefghijklopqrsxyz".Where(attribute => signature.Slots.Contains(Slot(attribute))));
}
