namespace Halo.Unit.Scheduling;

[TestFixture, Category("Unit")]
public sealed class SelectionTests
{
    private static readonly Agent Slow = new("slow") { Types = ["work"], Cost = 1, SuccessRate = 0.9 };
    private static readonly Agent Fast = new("fast") { Types = ["work"], Cost = 5, Speed = 4, SuccessRate = 0.5 };

    [TestCase(AgentSelection.FirstRule, "slow")]
    [TestCase(AgentSelection.EarliestFinish, "fast")]
    [TestCase(AgentSelection.Cheapest, "slow")]
    [TestCase(AgentSelection.Balanced, "fast")]
    public void Schedule_OneTask_GoesToThePreferredAgent(AgentSelection selection, string agent) =>
        Assert.That(Schedule([Work("a", 4)], new ScheduleOptions { Selection = selection })["a"].Agent, Is.EqualTo(agent));

    [Test]
    public void Schedule_RuleMatches_OnlyItsTargetIsACandidate()
    {
        var rules = RuleSet.Create(new RoutingRule("slowly", When.Type("work"), "slow"));
        var schedule = Schedule([Work("a", 4)], new ScheduleOptions { Selection = AgentSelection.EarliestFinish }, rules);
        Assert.That(schedule["a"].Agent, Is.EqualTo("slow"));
    }

    [Test]
    public void Schedule_SeveralRulesMatch_TheirTargetsAreAllCandidates()
    {
        var rules = RuleSet.Create(new RoutingRule("slowly", When.Type("work"), "slow", 2), new RoutingRule("fast", When.Type("work"), "fast", 1));
        var schedule = Schedule([Work("a", 4)], new ScheduleOptions { Selection = AgentSelection.EarliestFinish }, rules);
        Assert.That(schedule["a"].Agent, Is.EqualTo("fast"));
    }

    [Test]
    public void Schedule_EarliestFinish_WaitsForTheFastAgentWhereThatIsSooner()
    {
        var schedule = Schedule([Work("a", 4), Work("b", 4), Work("c", 4)], new ScheduleOptions { Selection = AgentSelection.EarliestFinish });
        Assert.That((schedule.Makespan.TotalSeconds, schedule.Utilization().Single(one => one.Agent == "fast").Tasks), Is.EqualTo((3.0, 3)));
    }

    [Test]
    public void Schedule_EarliestFinish_FillsGaps()
    {
        // "late" leaves the agent idle from 0 to 3, and "small" fits.
        var only = new Agent("only") { Types = ["only"] };
        var tasks = new[]
        {
            new TaskNode("first", "work") { Estimate = 12.Seconds() },
            new TaskNode("late", "only") { Estimate = 5.Seconds(), DependsOn = ["first"] },
            new TaskNode("small", "only") { Estimate = 3.Seconds() },
        };
        var schedule = Scheduler.Schedule(
            new HaloRouter(RuleSet.Empty, AgentRegistry.Create(Fast, only)).Route(tasks), new ScheduleOptions { Selection = AgentSelection.EarliestFinish });
        Assert.That((schedule["small"].Start.TotalSeconds, schedule["late"].Start.TotalSeconds), Is.EqualTo((0.0, 3.0)));
    }

    [TestCase(100, "slow")]
    [TestCase(8, "slow")]
    [TestCase(7, "fast")]
    public void Schedule_CheapestWithADeadline_PaysOnlyForTimeThatIsNeeded(double deadline, string agent)
    {
        var schedule = Schedule([Work("a", 4), Work("b", 4, "a")], new ScheduleOptions { Selection = AgentSelection.Cheapest, Deadline = deadline.Seconds() });
        Assert.That(schedule["b"].Agent, Is.EqualTo(agent));
    }

    [Test]
    public void Schedule_SuccessRateTooLow_LeavesTheAgentOut()
    {
        var schedule = Schedule([Work("a", 4)], new ScheduleOptions { Selection = AgentSelection.EarliestFinish, MinSuccessRate = 0.6 });
        Assert.That(schedule["a"].Agent, Is.EqualTo("slow"));
    }

    [Test]
    public void Schedule_NoAgentSuccessfulEnough_SaysSo()
    {
        var schedule = Schedule([Work("a", 4)], new ScheduleOptions { Selection = AgentSelection.Cheapest, MinSuccessRate = 0.95 });
        Assert.That(schedule.Unscheduled, Is.EqualTo(new[] { new UnscheduledTask("a", UnscheduledReason.SuccessRate, null) }));
    }

    [TestCase(AgentSelection.EarliestFinish, "'a' starts at once, at 0 s. Of 2 agents 'fast' finishes it first, at 1 s.")]
    [TestCase(AgentSelection.Cheapest, "'a' starts at once, at 0 s. Of 2 agents 'slow' is the cheapest that is in time: it costs 1.")]
    [TestCase(AgentSelection.Balanced, "'a' starts at once, at 0 s. Of 2 agents 'fast' has the least work for each slot: 1 s.")]
    [TestCase(AgentSelection.FirstRule, "'a' starts at once, at 0 s. The plan gives it to 'slow'.")]
    public void Explain_Selection_NamesTheFigureThatDecided(AgentSelection selection, string sentence) =>
        Assert.That(Schedule([Work("a", 4)], new ScheduleOptions { Selection = selection }).Explain("a").ToString(), Is.EqualTo(sentence));

    [Test]
    public void Explain_TaskThatWaits_NamesTheTaskItWaitsFor() =>
        Assert.That(Schedule([Work("a", 4), Work("b", 4, "a")]).Explain("b").WaitsFor, Is.EqualTo("a"));

    [TestCaseSource(nameof(WrongOptions))]
    public void Schedule_WrongOptions_AreRefused(ScheduleOptions options) => Assert.That(() => Schedule([], options), Throws.InstanceOf<ArgumentException>());

    private static IEnumerable<ScheduleOptions> WrongOptions() =>
    [
        new() { DefaultEstimate = -1.Seconds() },
        new() { Selection = (AgentSelection)9 },
        new() { Priority = (SchedulePriority)9 },
        new() { Priority = SchedulePriority.Attribute },
        new() { PriorityAttribute = "rank" },
        new() { Deadline = 5.Seconds() },
        new() { Selection = AgentSelection.Cheapest, Deadline = -1.Seconds() },
        new() { MinSuccessRate = 0.5 },
        new() { Selection = AgentSelection.Balanced, MinSuccessRate = 1.5 },
    ];

    private static TaskNode Work(string id, double seconds, params string[] dependsOn) => new(id, "work") { Estimate = seconds.Seconds(), DependsOn = dependsOn };

    private static Schedule Schedule(TaskNode[] tasks, ScheduleOptions? options = null, RuleSet? rules = null) =>
        Scheduler.Schedule(new HaloRouter(rules ?? RuleSet.Empty, AgentRegistry.Create(Slow, Fast)).Route(tasks), options);
}
