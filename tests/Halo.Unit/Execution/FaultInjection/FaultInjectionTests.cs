using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.FaultInjection;

/// <summary>Hundreds of random plans whose handlers fail, hang, time out and answer late, against an oracle; a failure names the seed.</summary>
[TestFixture, Category("Unit")]
public sealed class FaultInjectionTests
{
    private const int Plans = 600;

    [Test]
    public Task Run_FaultyPlan_EndsEachTaskAsTheOracle() => ForEachPlan((faulty, report, _) =>
    {
        if (faulty.Options.OnFailure == FailurePolicy.StopPlan) return [];
        var expected = new RunOracle(faulty).Foretell();
        return report.Tasks.Where(task => Actual(task) != expected[task.Task]).Select(task => $"{task.Task}: {Actual(task)}, not {expected[task.Task]}");
    });

    [Test]
    public Task Run_FaultyPlan_NeverRepeatsWhatIsDoneNorExceedsCapacity() => ForEachPlan((_, _, handlers) => handlers.Wrong);

    [Test]
    public Task Run_FaultyPlan_LosesNothing() => ForEachPlan((_, report, handlers) => report.Tasks
        .Where(task => task.Outcome == TaskOutcome.Open || handlers.Answered.Contains(IndexOf(report, task)) != (task is { Outcome: TaskOutcome.Succeeded, Reason: OutcomeReason.Returned }))
        .Select(task => $"{task.Task} is {task.Outcome}"));

    [Test]
    public Task Run_FaultyPlan_FiguresAddUp() => ForEachPlan((_, report, handlers) =>
    {
        var wrong = report.Tasks.Where(task => task.Attempts != handlers.CallsOf(IndexOf(report, task))).Select(task => $"{task.Task}: {task.Attempts} attempts").ToList();
        if (Enum.GetValues<TaskOutcome>().Sum(report.CountOf) != report.Plan.Graph.Count) wrong.Add("the counts do not add up");
        return wrong;
    });

    private static async Task ForEachPlan(Func<FaultyPlan, RunReport, FaultyHandlers, IEnumerable<string>> faults)
    {
        for (var seed = 0; seed < Plans; seed++)
        {
            var (faulty, time) = (FaultyPlan.FromSeed(seed), new ManualTime());
            var handlers = new FaultyHandlers(faulty, time);
            var report = await Run(faulty.Plan, handlers.Handlers(), faulty.Options, time);
            Assert.That(faults(faulty, report, handlers), Is.Empty, $"seed {seed}");
        }
    }

    private static ExpectedEnd Actual(TaskReport task) => new(task.Outcome, task.Reason, task.Agent, task.Attempts);

    private static int IndexOf(RunReport report, TaskReport task) => report.Plan.Graph.TryGetIndex(task.Task, out var index) ? index : -1;
}
