using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution;

/// <summary>What a run took becomes the estimates of the next one.</summary>
[TestFixture, Category("Unit")]
public sealed class EstimatesTests
{
    private static readonly RoutingPlan Planned = Plan([Agent("a"), Agent("b") with { Speed = 2 }],
        new TaskNode("t", "a") { Estimate = 100.Seconds() }, new TaskNode("u", "a") { Estimate = 100.Seconds() }, new TaskNode("v", "a") { Estimate = 100.Seconds() }, new TaskNode("w", "b") { Estimate = 10.Seconds() });

    [TestCase("t", 2)]
    [TestCase("u", 4)]
    [TestCase("v", 3)]
    public async Task Estimates_AtTheAgent_AreTheTaskElseTheMeanOfItsType(string task, double seconds) =>
        Assert.That((await Estimates())[task].SecondsByAgent["a"], Is.EqualTo(seconds));

    [TestCase("t", "b", 50)]
    [TestCase("w", "a", 10)]
    public async Task Estimates_WhereNothingWasObserved_AreAsBefore(string task, string agent, double seconds) =>
        Assert.That((await Estimates())[task].SecondsByAgent[agent], Is.EqualTo(seconds));

    [Test]
    public async Task Estimates_InTheNextGraph_AreItsSchedule()
    {
        var estimates = await Estimates();
        TaskNode[] tasks = [.. Enumerable.Range(0, Planned.Graph.Count).Select(task => Planned.Graph[task] with { Estimate = estimates[Planned.Graph.IdOf(task)] })];
        Assert.That(Scheduler.Schedule(new HaloRouter(RuleSet.Empty, Planned.Agents).Route(tasks)).Makespan.TotalSeconds, Is.EqualTo(2 + 4 + 3));
    }

    // t takes 2 seconds, u 4; v fails, and so does w.
    private static async Task<IReadOnlyDictionary<string, TaskEstimate>> Estimates()
    {
        var time = new SteppedTime();
        var handlers = new TaskHandlers();
        foreach (var agent in Planned.Agents)
        {
            handlers.Handle(agent.Name, (task, _, _) =>
            {
                time.Seconds += task.Id == "t" ? 2 : 4;
                return task.Id is "v" or "w" ? throw new InvalidOperationException("It was asked to fail.") : ValueTask.CompletedTask;
            });
        }

        return (await Run(Planned, handlers, new RunOptions { MaxConcurrentTasks = 1, RouteAgain = RouteAgain.Never }, time)).Estimates();
    }

    private sealed class SteppedTime : TimeProvider
    {
        public int Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
