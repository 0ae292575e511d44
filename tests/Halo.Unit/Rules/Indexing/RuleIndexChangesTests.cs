using FsCheck.Fluent;

namespace Halo.Unit.Rules.Indexing;

/// <summary>A changed index against a fresh linear matcher over the rules that live, on random changes; a failure prints the seed.</summary>
[TestFixture, Category("Unit")]
public sealed class RuleIndexChangesTests
{
    private const int Sequences = 60;

    private static readonly RuleIndex TwoRules = new(RuleSet.Create(Rule("a", "x"), Rule("b", "y")));

    [Test]
    public void Change_RandomSequence_AnswersAsAFreshLinearMatcher() => ForRandomSequences(sequence =>
    {
        while (sequence.Step()) sequence.CheckAnswers();
    });

    [Test]
    public void Change_RandomSequence_KeepsTheRulesInTheOrderOfDeclaration() => ForRandomSequences(sequence =>
    {
        while (sequence.Step()) sequence.CheckRules();
    });

    [Test]
    public void Change_RandomSequence_LeavesEveryEarlierIndexAsItWas() => ForRandomSequences(sequence =>
    {
        while (sequence.Step()) sequence.Remember();
        sequence.CheckRemembered();
    });

    [Test]
    public void Replace_ManyTimes_KeepsOnlyWhatLives()
    {
        var index = TwoRules;
        for (var i = 0; i < 1_000; i++) index = index.Replace(Rule("a", $"x{i}"));
        Assert.That(index.Log.Count, Is.LessThan(50));
    }

    [Test]
    public void Remove_AllButOne_KeepsOnlyWhatLives()
    {
        var index = new RuleIndex(RuleSet.Create(Enumerable.Range(0, 1_000).Select(i => Rule($"r{i}", $"x{i}"))));
        for (var i = 0; i < 999; i++) index = index.Remove($"r{i}");
        Assert.That((index.Log.Count, index.Statistics.Entries), Is.LessThan((50, 50L)));
    }

    [Test]
    public void Add_TwiceToTheSameIndex_GivesTwoIndependentIndexes()
    {
        // The base has room behind its end after one addition, which only one of the two can take.
        var root = TwoRules.Add(Rule("c", "z"));
        var left = root.Add(Rule("left", "l")).Add(Rule("more", "m"));
        var right = root.Add(Rule("right", "r"));
        string[][] ids = [Ids(root.Rules), Ids(left.Rules), Ids(right.Rules)];
        Assert.That(ids, Is.EqualTo((string[][])[["a", "b", "c"], ["a", "b", "c", "left", "more"], ["a", "b", "c", "right"]]));
    }

    [Test]
    public void Add_TwiceToTheSameIndex_EachMatchesOnlyItsOwnRule()
    {
        var root = TwoRules.Add(Rule("c", "z"));
        var left = root.Add(Rule("left", "l"));
        var right = root.Add(Rule("right", "r"));
        Assert.That(
            new[] { Matches(left, "l"), Matches(left, "r"), Matches(right, "l"), Matches(right, "r") }, Is.EqualTo(new[] { "left", "", "", "right" }));
    }

    [Test]
    public void Add_OnManyThreadsToTheSameIndex_GivesIndependentIndexes()
    {
        var root = TwoRules.Add(Rule("c", "z"));
        var found = new string[200];
        Parallel.For(0, found.Length, i => found[i] = Matches(root.Add(Rule($"r{i}", $"t{i}")), $"t{i}"));
        Assert.That(found, Is.EqualTo(Enumerable.Range(0, found.Length).Select(i => $"r{i}")));
    }

    [Test]
    public void Replace_Rule_KeepsItsPlaceAmongEquals()
    {
        var index = new RuleIndex(RuleSet.Create(new RoutingRule("first", When.Type("x"), "p"), new RoutingRule("second", When.Always, "q")));
        Assert.That(Matches(index.Replace(new RoutingRule("first", When.Always, "r")), "anything"), Is.EqualTo("first,second"));
    }

    [Test]
    public void Add_RemovedId_ComesLast() =>
        Assert.That(Ids(TwoRules.Remove("a").Add(Rule("a", "x")).Rules), Is.EqualTo(new[] { "b", "a" }));

    [Test]
    public void Remove_EveryRule_MatchesNothing() => Assert.That(TwoRules.Remove("a").Remove("b").TryMatch([], out _), Is.False);

    [Test]
    public void Add_TakenId_NamesIt() =>
        Assert.That(() => TwoRules.Add(Rule("a", "z")), Throws.TypeOf<HaloValidationException>().With.Message.Contains("HALO101").And.Message.Contains("'a'"));

    [Test]
    public void Add_MalformedRuleWithTakenId_NamesEveryFault() =>
        Assert.That(() => TwoRules.Add(new RoutingRule("a", When.Attribute("n").Between(2, 1), "")), Throws.TypeOf<HaloValidationException>()
            .With.Message.Contains("HALO101").And.Message.Contains("HALO103").And.Message.Contains("names no agent"));

    [Test]
    public void Replace_UnknownId_NamesItAndSuggests()
    {
        var index = new RuleIndex(RuleSet.Create(Rule("big-builds", "x")));
        Assert.That(() => index.Replace(Rule("big-build", "x")), Throws.TypeOf<HaloValidationException>().With.Message.Contains("Did you mean 'big-builds'?"));
    }

    [Test]
    public void Remove_UnknownId_NamesIt() =>
        Assert.That(() => TwoRules.Remove("c"), Throws.TypeOf<HaloValidationException>().With.Message.Contains("HALO109").And.Message.Contains("'c'"));

    [Test]
    public void Remove_RemovedId_NamesIt() =>
        Assert.That(() => TwoRules.Remove("a").Remove("a"), Throws.TypeOf<HaloValidationException>().With.Message.Contains("'a'"));

    [Test]
    public void Add_RuleWithoutId_IsAFaultAndNotACrash() =>
        Assert.That(() => TwoRules.Add(new RoutingRule(null!, When.Always, "agent")), Throws.TypeOf<HaloValidationException>().With.Message.Contains("no id"));

    private static RoutingRule Rule(string id, string type) => new(id, When.Type(type), "agent");

    private static string[] Ids(IEnumerable<RoutingRule> rules) => [.. rules.Select(rule => rule.Id)];

    private static string Matches(RuleMatcher matcher, string type) =>
        string.Join(',', Ids(matcher.AllMatches([new KeyValuePair<string, AttributeValue>("type", type)])));

    private static void ForRandomSequences(Action<RuleChangeSequence> check) =>
        Check.ForAll(Gen.Choose(0, int.MaxValue), Sequences, seed =>
        {
            check(new RuleChangeSequence(seed));
            return null;
        });
}
