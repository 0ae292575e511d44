namespace Halo.Unit.Rules.Indexing;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class ConditionTermsTests
{
    private static readonly AttributeTest A = When.Attribute("a");
    private static readonly AttributeTest B = When.Attribute("b");

    private static readonly TestCaseData[] Rows =
    [
        new(When.Always, ""),
        new(A.Is(1), "a = 1"),
        new(A.Is(1) & (B.Exists() & A.Exists()), "a = 1; b exists; a exists"),
        new(A.AtLeast(1) | B.Is(2), "a >= 1 / b = 2"),
        new((A.AtLeast(1) | (B.Is(2) & A.Exists())) & B.Exists(), "a >= 1; b exists / b = 2; a exists; b exists"),
        new((A.Is(1) | A.Is(2)) & B.Is(3), "a = 1 or a = 2; b = 3"),
        new(A.Is(1) | B.Exists(), "a = 1 or b exists"),
        new(When.Any(), "never"),
        new(When.Any(Equalities(8)), string.Join(" / ", Enumerable.Range(0, 8).Select(i => $"a = {i}"))),
        new(When.Any(Equalities(9)), string.Join(" or ", Enumerable.Range(0, 9).Select(i => $"a = {i}"))),
    ];

    [TestCaseSource(nameof(Rows))]
    public void Of_Condition_SplitsAlternativesThatCanBeFiled(Condition condition, string terms) =>
        Assert.That(string.Join(" / ", ConditionTerms.Of(condition).Select(term => string.Join("; ", term.Select(part => part.ToString())))), Is.EqualTo(terms));

    private static Condition[] Equalities(int count) => [.. Enumerable.Range(0, count).Select(i => A.Is(i))];
}
