namespace Halo.Unit.Rules.Matching;

/// <summary>What matching means, for every kind of matcher.</summary>
[TestFixture(MatcherKind.Linear)]
[TestFixture(MatcherKind.Index)]
[Category("Unit")]
public sealed class MatcherConformanceTests(MatcherKind kind)
{
    private static readonly AttributeTest Type = When.Attribute("type");
    private static readonly AttributeTest Os = When.Attribute("os");

    [TestCaseSource(typeof(ConditionCases), nameof(ConditionCases.All))]
    public void TryMatch_CaseOfTheTable_IsAsListed(Condition when, AttributeValue value, bool holds) =>
        Assert.That(Matchers.Create(kind, new RoutingRule("r", when, "x")).TryMatch(new Dictionary<string, AttributeValue> { ["a"] = value }, out _), Is.EqualTo(holds));

    [Test]
    public void TryMatch_NoRules_IsFalse() => Assert.That(Matchers.Create(kind, RuleSet.Empty).TryMatch(Task(("type", "x")), out _), Is.False);

    [Test]
    public void TryMatch_TaskWithoutAttributes_MatchesWhatAsksForNothing() =>
        Assert.That(First(Task(), Rule("typed", Type.Is("x")), Rule("absent", !Type.Exists()), Rule("always", When.Always)), Is.EqualTo("absent"));

    [Test]
    public void TryMatch_NullTask_Throws() => Assert.Throws<ArgumentNullException>(() => Matchers.Create(kind, RuleSet.Empty).TryMatch(null!, out _));

    [Test]
    public void TryMatch_SeveralMatch_HighestPriorityWins() =>
        Assert.That(First(Task(("type", "x")), Rule("low", Type.Is("x"), -1), Rule("high", When.Always, 5), Rule("middle", Type.Is("x"))), Is.EqualTo("high"));

    [Test]
    public void TryMatch_ExtremePriorities_AreOrdered() =>
        Assert.That(First(Task(("type", "x")), Rule("min", Type.Is("x"), int.MinValue), Rule("zero", Type.Is("x")), Rule("max", Type.Is("x"), int.MaxValue)), Is.EqualTo("max"));

    [Test]
    public void TryMatch_EqualPriorities_FirstDeclaredWins() =>
        Assert.That(First(Task(("type", "x"), ("os", "linux")), Rule("first", Os.Is("linux")), Rule("second", Type.Is("x") & Os.Is("linux")), Rule("third", Type.Is("x"))), Is.EqualTo("first"));

    [Test]
    public void TryMatch_HigherRuleFails_NextInOrderWins() =>
        Assert.That(First(Task(("type", "x"), ("os", "macos")), Rule("a", Type.Is("x") & Os.Is("linux"), 9), Rule("b", Type.Is("x") & Os.StartsWith("win"), 8), Rule("c", Type.Is("x"), 7)), Is.EqualTo("c"));

    [Test]
    public void TryMatch_ValueOfAnotherKind_DoesNotMatch() =>
        Assert.That(First(Task(("type", "1")), Rule("number", Type.Is(1)), Rule("flag", Type.Is(true)), Rule("text", Type.Is("1"))), Is.EqualTo("text"));

    [Test]
    public void TryMatch_UnnamedAttributes_AreIgnored() => Assert.That(First(Task(("other", "x"), ("type", "x")), Rule("r", Type.Is("x"))), Is.EqualTo("r"));

    [Test]
    public void TryMatch_AbsentValueGiven_CountsAsAbsent() => Assert.That(First(Task(("type", default)), Rule("there", Type.Exists()), Rule("absent", !Type.Exists())), Is.EqualTo("absent"));

    [Test]
    public void TryMatch_ContradictoryEqualities_NeverMatch() =>
        Assert.That(First(Task(("type", "x")), Rule("never", Type.Is("x") & Type.Is("y")), Rule("list", Type.In("x", "y") & Type.Is("x"))), Is.EqualTo("list"));

    [TestCase(10)]
    [TestCase(64)]
    [TestCase(300)]
    public void TryMatch_LongList_MatchesItsValuesAndNoOthers(int values)
    {
        // Named by the other rule, so that every value is known to the matcher.
        var even = Enumerable.Range(0, values).Select(i => (AttributeValue)(2 * i)).ToArray();
        var odd = Enumerable.Range(0, values).Select(i => (AttributeValue)((2 * i) + 1)).ToArray();
        var matcher = Matchers.Create(kind, Rule("even", Type.In(even) & Os.Is("linux")), Rule("odd", Type.In(odd) & Os.Is("linux")));
        var found = Enumerable.Range(0, 2 * values).Select(i => matcher.TryMatch(Task(("type", i), ("os", "linux")), out var rule) ? rule.Id : "none");
        Assert.That(found, Is.EqualTo(Enumerable.Range(0, 2 * values).Select(i => i % 2 == 0 ? "even" : "odd")));
    }

    [Test]
    public void AllMatches_SeveralMatch_ListsThemBestFirst() =>
        Assert.That(
            Matchers.Create(kind, Rule("a", Type.Is("x")), Rule("b", Type.Is("y")), Rule("c", When.Always, 3), Rule("d", Type.In("x", "y")), Rule("e", Os.Exists())).AllMatches(Task(("type", "x"))).Select(rule => rule.Id),
            Is.EqualTo(new[] { "c", "a", "d" }));

    [Test]
    public void AllMatches_RepeatedValuesInAList_ListsTheRuleOnce() =>
        Assert.That(Matchers.Create(kind, Rule("r", Type.In("x", "x", "x"))).AllMatches(Task(("type", "x"))), Has.Count.EqualTo(1));

    [Test]
    public void FirstMatch_TargetNotAdmitted_PassesItsRulesOver()
    {
        var matcher = Matchers.Create(kind, new("a1", Type.Is("x"), "A", 9), new("b", Type.Is("x"), "B"), new("a2", Type.Is("x"), "A"));
        var admitted = matcher.Targets.Names.Select(name => name != "A").ToArray();
        Assert.That(Matchers.Enumerate(matcher, Task(("type", "x")), admitted), Is.EqualTo(new[] { "b" }));
    }

    [Test]
    public void FirstMatch_NothingAdmitted_FindsNone()
    {
        var matcher = Matchers.Create(kind, Rule("r", When.Always));
        Assert.That(matcher.FirstMatch(Matchers.Row(matcher, Task()), [false]), Is.EqualTo(-1));
    }

    [Test]
    public void FirstMatch_AfterTheLastRule_FindsNone()
    {
        var matcher = Matchers.Create(kind, Rule("r", When.Always), Rule("s", When.Always));
        Assert.That(matcher.FirstMatch(Matchers.Row(matcher, Task()), [true], after: 1), Is.EqualTo(-1));
    }

    [Test]
    public void FirstMatch_RowUsedAgain_ForgetsTheLastTask()
    {
        var matcher = Matchers.Create(kind, Rule("both", Type.Is("x") & Os.Is("linux")), Rule("os", Os.Exists()));
        var table = new LiteralTable();
        int[] first = [table.Intern("type", "x"), table.Intern("os", "linux")];
        int[] second = [table.Intern("type", "x")];
        var row = matcher.NewRow(table);
        row.Load(first);
        Assert.That(matcher.FirstMatch(row, [true]), Is.Zero);
        row.Unload(first);
        row.Load(second);
        Assert.That(matcher.FirstMatch(row, [true]), Is.EqualTo(-1));
    }

    [Test]
    public void Targets_OfRules_AreNumberedOnceInDeclarationOrder() =>
        Assert.That(Matchers.Create(kind, new("1", When.Always, "low"), new("2", When.Always, "high", 9), new("3", When.Always, "low", 5)).Targets.Names, Is.EqualTo(new[] { "low", "high" }));

    [Test]
    public void TryMatch_FromManyThreads_GivesTheSameAnswer()
    {
        var matcher = Matchers.Create(kind, [.. Enumerable.Range(0, 50).Select(i => Rule($"r{i}", Type.Is($"t{i}") & Os.Matches("^l")))]);
        var wrong = 0;
        Parallel.For(0, 2_000, i =>
        {
            if (!matcher.TryMatch(Task(("type", $"t{i % 50}"), ("os", "linux")), out var rule) || rule.Id != $"r{i % 50}") Interlocked.Increment(ref wrong);
        });
        Assert.That(wrong, Is.Zero);
    }

    private static RoutingRule Rule(string id, Condition when, int priority = 0) => new(id, when, "agent", priority);

    private static Dictionary<string, AttributeValue> Task(params (string Name, AttributeValue Value)[] attributes) => attributes.ToDictionary(pair => pair.Name, pair => pair.Value);

    private string? First(Dictionary<string, AttributeValue> task, params RoutingRule[] rules) => Matchers.Create(kind, rules).TryMatch(task, out var rule) ? rule.Id : null;
}
