namespace Halo.Unit.Rules.Indexing;

/// <summary>Which conditions fit beside a rule, and which need a matcher elsewhere.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class EntryCompilerTests
{
    private static readonly AttributeTest A = When.Attribute("a");
    private static readonly AttributeTest B = When.Attribute("b");

    private static readonly TestCaseData[] Rows =
    [
        Row(0), Row(0, A.Is(1)), Row(0, !A.Is(1)), Row(0, A.In(1, 2)), Row(0, A.Between(1, 2)), Row(0, A.StartsWith("abc")),
        Row(1, A.Between(0.1, 2)), Row(1, A.Between(1, 0.7)), Row(1, A.StartsWith("abcd")), Row(1, A.Like("a*")), Row(1, A.EndsWith("a")), Row(1, !A.Exists()),
        Row(1, A.Is(1), B.Is(1)), Row(1, A.Exists(), B.Is(1)), Row(1, A.Exists(), A.Like("b*"), B.Is(1)),
    ];

    [TestCaseSource(nameof(Rows))]
    public void Compile_Parts_LeavesAMatcherForWhatDoesNotFit(Condition[] parts, int matchers)
    {
        var vocabulary = new RuleVocabulary();
        var compiler = new EntryCompiler(new ConditionCompiler(vocabulary), vocabulary);
        compiler.Compile(parts);
        Assert.That(compiler.ToMatchers(), Has.Length.EqualTo(matchers));
    }

    [Test]
    public void Symbols_OfMoreThan64Values_DoNotFit() =>
        Assert.That((RuleCheck.Symbols(1, [1, 63]).HasValue, RuleCheck.Symbols(1, [1, 64]).HasValue, RuleCheck.Symbols(1, [65]).HasValue), Is.EqualTo((true, false, false)));

    [TestCase(0, false)]
    [TestCase(1, true)]
    [TestCase(ushort.MaxValue, true)]
    [TestCase(ushort.MaxValue + 1, false)]
    public void Head_OfALength_FitsWhereTheLengthDoes(int length, bool fits) => Assert.That(RuleCheck.Head(1, new string('x', length), out _).HasValue, Is.EqualTo(fits));

    [TestCase(0.7, 0.7, 0.7, true)]
    [TestCase(0.1, 0.1, 0.1, true)]
    [TestCase(1, 2, 2, true)]
    [TestCase(1, 2, 2.0000002, false)]
    [TestCase(1, 2, 0.9999999, false)]
    public void Range_OfNumbers_IsRoundedOnlyWhereItMustBe(double low, double high, double number, bool passes)
    {
        var vocabulary = new RuleVocabulary();
        var (slot, table) = (vocabulary.AddSlot("a"), new LiteralTable());
        var literal = table.Intern("a", number);
        var row = new SegmentRow(vocabulary, KeyLayout.None, table);
        row.Load([literal]);
        Assert.That(RuleCheck.Range(slot, low, high, out _).Passes(row), Is.EqualTo(passes));
    }

    private static TestCaseData Row(int matchers, params Condition[] parts) => new TestCaseData(parts, matchers).SetArgDisplayNames(string.Join(" and ", parts.Select(part => part.ToString())));
}
