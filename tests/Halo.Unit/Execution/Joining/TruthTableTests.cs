using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Joining;

/// <summary>Every cell of the tables of docs/execution.md: two dependencies, each in every state, under every rule and failure policy.</summary>
[TestFixture, Category("Unit")]
public sealed class TruthTableTests
{
    /// <summary>What a dependency comes to: succeeded, failed, skipped, or succeeded with a result that the edge does not ask for.</summary>
    private const string States = "SFKN";

    private static readonly (string Name, JoinRule Join)[] Rules =
        [("AllSucceeded", JoinRule.AllSucceeded), ("AllDone", JoinRule.AllDone), ("AnySucceeded", JoinRule.AnySucceeded), ("Quorum", JoinRule.Quorum(2))];

    private static IEnumerable<TestCaseData> Cells() =>
        from rule in Rules
        from policy in new[] { FailurePolicy.SkipDependants, FailurePolicy.Continue }
        from a in States
        from b in States
        select new TestCaseData(rule.Join, policy, a, b).SetArgDisplayNames(rule.Name, policy.ToString(), a.ToString(), b.ToString());

    [TestCaseSource(nameof(Cells))]
    public async Task Run_Cell_IsAsTheTableSays(JoinRule join, FailurePolicy policy, char a, char b)
    {
        var plan = Plan(
            Task("fails"), Task("gate-a", "fails"), Task("gate-b", "fails"),
            Dependency("a", a), Dependency("b", b),
            Task("join", "a", "b") with { Join = join, Conditions = join == JoinRule.AllDone ? new Dictionary<string, EdgeCondition>() : Conditions((a, "a"), (b, "b")) });
        var handlers = new TaskHandlers().Handle("a", (task, _, _) => task.Id == "fails" || (task.Id == "a" && a == 'F') || (task.Id == "b" && b == 'F')
            ? throw new InvalidOperationException()
            : ValueTask.FromResult("green"));
        var report = await Run(plan, handlers, new RunOptions { OnFailure = policy });
        Assert.That((report["join"].Outcome, report["join"].Reason), Is.EqualTo(Expected(join, policy, a, b)));
    }

    [TestCase(EdgeOutcome.Succeeded, true, true)]
    [TestCase(EdgeOutcome.Succeeded, false, false)]
    [TestCase(EdgeOutcome.Failed, true, false)]
    [TestCase(EdgeOutcome.Failed, false, true)]
    [TestCase(EdgeOutcome.Ended, true, true)]
    [TestCase(EdgeOutcome.Ended, false, true)]
    public async Task Run_EdgeOutcome_DecidesWhetherTheTaskRuns(EdgeOutcome on, bool succeeds, bool runs)
    {
        var plan = Plan(Task("first"), Task("next", "first") with { Conditions = new Dictionary<string, EdgeCondition> { ["first"] = new() { On = on } } });
        var report = await Run(plan, succeeds ? Handlers(plan) : Handlers(plan, "first"));
        Assert.That(report["next"].Outcome, Is.EqualTo(runs ? TaskOutcome.Succeeded : TaskOutcome.Skipped));
    }

    // A task that is skipped depends on one that failed, by an edge that asks for success under every policy.
    private static TaskNode Dependency(string id, char state) => state == 'K'
        ? Task(id, $"gate-{id}") with { Conditions = new Dictionary<string, EdgeCondition> { [$"gate-{id}"] = new() { When = When.Attribute("result").Is("red") } } }
        : Task(id);

    private static Dictionary<string, EdgeCondition> Conditions(params (char State, string Id)[] edges) => edges
        .Where(edge => edge.State == 'N')
        .ToDictionary(edge => edge.Id, _ => new EdgeCondition { When = When.Attribute("result").Is("red") });

    /// <summary>The tables in words, without counting: which pairs run, and what is to blame where they do not.</summary>
    private static (TaskOutcome, OutcomeReason) Expected(JoinRule join, FailurePolicy policy, char a, char b)
    {
        var pair = $"{a}{b}";
        if (policy == FailurePolicy.Continue) pair = pair.Replace('F', 'S');
        var runs = join.Kind switch
        {
            JoinKind.AllDone => true,
            JoinKind.Quorum when join.Count == 1 => pair.Contains('S', StringComparison.Ordinal),
            _ => pair == "SS",
        };
        if (runs) return (TaskOutcome.Succeeded, OutcomeReason.Returned);
        if (pair.Contains('F', StringComparison.Ordinal)) return (TaskOutcome.Skipped, OutcomeReason.DependencyFailed);
        return (TaskOutcome.Skipped, pair.Contains('N', StringComparison.Ordinal) ? OutcomeReason.ConditionNotMet : OutcomeReason.DependencySkipped);
    }
}
