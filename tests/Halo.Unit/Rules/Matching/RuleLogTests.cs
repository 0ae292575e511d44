namespace Halo.Unit.Rules.Matching;

/// <summary>Logs that share their memory never see each other's rules.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class RuleLogTests
{
    private static readonly RuleSet Two = RuleSet.Create(Rule("r0"), new RoutingRule("r1", When.Always, "b", 7));

    [Test]
    public void Create_FromRules_NumbersThemByPosition()
    {
        var log = Log();
        Assert.That((log.Count, log.RuleOf(1).Id, log.KeyOf(1), log.TargetOf(1)), Is.EqualTo((2, "r1", RuleOrder.KeyOf(7, 1), 1)));
    }

    [Test]
    public void Append_OneAfterTheOther_KeepsEveryRule()
    {
        var log = Log();
        for (var number = 2; number < 200; number++) log = log.Append(Rule($"r{number}"), (ulong)number * 10, number * 3);
        Assert.That(Enumerable.Range(2, 198).Select(number => (log.RuleOf(number).Id, log.KeyOf(number), log.TargetOf(number))),
            Is.EqualTo(Enumerable.Range(2, 198).Select(number => ($"r{number}", (ulong)number * 10, number * 3))));
    }

    [Test]
    public void Append_OneAfterTheOther_KeepsTheRulesItBeganWith() =>
        Assert.That(Log().Append(Rule("x"), 1, 0).RuleOf(0).Id, Is.EqualTo("r0"));

    [Test]
    public void Append_SeveralTimesToOneLog_GivesLogsOfTheirOwn()
    {
        var shared = Log().Append(Rule("x"), 1, 0);
        RuleLog[] logs = [.. Enumerable.Range(0, 4).Select(i => shared.Append(Rule($"x{i}"), (ulong)i, i))];
        Assert.That(logs.Select(log => (log.RuleOf(3).Id, log.KeyOf(3), log.TargetOf(3))), Is.EqualTo(Enumerable.Range(0, 4).Select(i => ($"x{i}", (ulong)i, i))));
    }

    [Test]
    public void Append_ThousandsOfRules_CopiesEachFewTimes()
    {
        const int Rules = 4_000;
        var (log, rule) = (Log(), Rule("x"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rules; i++) log = log.Append(rule, 1, 0);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(Rules * 500), "Twenty bytes a rule, copied with each one, would be 40,000.");
    }

    [Test]
    public void Append_ToALog_LeavesItAsItWas()
    {
        var shared = Log().Append(Rule("x"), 1, 0);
        shared.Append(Rule("y"), 2, 0);
        Assert.That((shared.Count, shared.RuleOf(2).Id), Is.EqualTo((3, "x")));
    }

    [Test]
    public void With_KnownAgent_IsTheSameTargets()
    {
        var targets = new RuleTargets(Two);
        Assert.That(targets.With("b"), Is.SameAs(targets));
    }

    [Test]
    public void With_NewAgent_GivesItTheNextNumber()
    {
        var targets = new RuleTargets(Two).With("c");
        Assert.That((targets.NumberOf("a"), targets.NumberOf("b"), targets.NumberOf("c"), targets.Names.Count), Is.EqualTo((0, 1, 2, 3)));
    }

    [Test]
    public void AllAdmitted_OfTargets_IsTrueForEach() => Assert.That(new RuleTargets(Two).AllAdmitted.ToArray(), Is.EqualTo(new[] { true, true }));

    private static RuleLog Log() => new(Two, new RuleTargets(Two));

    private static RoutingRule Rule(string id) => new(id, When.Always, "a");
}
