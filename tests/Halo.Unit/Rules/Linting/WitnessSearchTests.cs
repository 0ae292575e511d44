namespace Halo.Unit.Rules.Linting;

/// <summary>Tasks that satisfy conditions at once, judged by the plain meaning of the conditions.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class WitnessSearchTests
{
    private static readonly AttributeTest A = When.Attribute("a");
    private static readonly AttributeTest B = When.Attribute("b");
    private static readonly Condition Never = B.Is("x") & B.Is("y");

    private static readonly Condition[] Satisfiable =
    [
        When.Always,
        When.Any(A.Is(1)),
        When.All(A.Is(1), When.All(B.Is(2))),
        !!A.Is(1),
        !(A.Is(1) | !B.Exists()),
        !When.All(A.Exists()),
        !(A.Exists() & B.Exists()),
        !!A.Exists() | Never,
        When.Any(!When.All(!A.Is(7)), Never),
        When.Any(!When.Any(!A.Exists(), !B.Exists()), Never),
        (A.Is(1) & B.Is(1)) | (!A.Exists() & B.Is(7) & B.Is(8)), // a choice that leads nowhere leaves nothing behind
        A.AtLeast(5) & A.LessThan(6) & !A.Is(5),
        !A.StartsWith("y") & A.EndsWith("y"),
    ];

    private static readonly Condition[] Unsatisfiable =
    [
        When.Any(),
        Never,
        !When.Always,
        A.Is(1) & !A.Exists(),
        (A.Is(1) | A.Is(2)) & !A.In(1, 2),
        !(A.Exists() | !A.Exists()),
        When.Type("x") & !When.Attribute("type").Exists(),
    ];

    [TestCaseSource(nameof(Satisfiable))]
    public void Find_ConditionThatHoldsSomewhere_IsATaskOfIt(Condition condition) => Assert.That(IsFound(condition), Is.True);

    [TestCaseSource(nameof(Unsatisfiable))]
    public void Find_ConditionThatHoldsNowhere_IsNothing(Condition condition) => Assert.That(WitnessSearch.Find(condition), Is.Null);

    [Test]
    public void Find_TypeNamedLast_ComesFirst() => Assert.That(WitnessSearch.Find(B.Is(1), When.Type("x"), A.Is(2))!.Keys, Is.EqualTo(new[] { "type", "b", "a" }));

    [Test]
    public void Find_TypeThatMustBeAbsent_IsNotInTheTask() => Assert.That(WitnessSearch.Find(!When.Attribute("type").Exists(), A.Is(2))!.Keys, Is.EqualTo(new[] { "a" }));

    [Test]
    public void Find_AttributeThatNeedNotBe_IsNotInTheTask() => Assert.That(WitnessSearch.Find(!A.Is(1), B.Is(2))!.Keys, Is.EqualTo(new[] { "b" }));

    [Test]
    public void Find_ManyAttributesThatMustHold_AreNoChoice([Values] bool holds) =>
        Assert.That(IsFound(holds ? When.All(Exist(100)) : !When.Any([.. Exist(100).Select(exists => !exists)])), Is.True);

    [TestCase(32, true)]
    [TestCase(33, false)]
    public void Find_AttributesOfAlternatives_AreTriedUpToALimit(int count, bool found) => Assert.That(IsFound(When.Any(Exist(count))), Is.EqualTo(found));

    [Test]
    [CancelAfter(10_000)]
    public void Find_TooManyChoices_GivesUp()
    {
        Condition[] choices = [.. Enumerable.Range(0, 20).Select(i => When.Attribute($"a{i}").Is(1) | When.Attribute($"a{i}").Is(2)), When.Any(Never, Never)];
        Assert.That(WitnessSearch.Find(choices), Is.Null);
    }

    private static bool IsFound(Condition condition) =>
        WitnessSearch.Find(condition) is { } task && ValueTest.Holds(condition, name => task.GetValueOrDefault(name));

    private static Condition[] Exist(int count) => [.. Enumerable.Range(0, count).Select(i => When.Attribute($"a{i}").Exists())];
}
