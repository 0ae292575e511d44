using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Reporting;

/// <summary>Real runs on lanes: who shares a slot never runs at one time, and no agent has more slots than it has.</summary>
[TestFixture, Category("Unit")]
public sealed class RunLanesTests
{
    private RunReport _report = null!;
    private RunLanes _lanes = null!;

    [OneTimeSetUp]
    public async Task RunManyTasks()
    {
        var retry = new ExecutionSettings { Retry = new RetrySettings { MaxAttempts = 2, Delay = TimeSpan.Zero } };
        var plan = Plan(
            [new Agent("a") { Types = ["a"], MaxConcurrentTasks = 3, SuccessRate = 0.9, Execution = retry }, new Agent("b") { Types = ["a"], MaxConcurrentTasks = 2 }],
            [.. Enumerable.Range(0, 300).Select(i => i < 10 ? Task($"{i}") : Task($"{i}", $"{i - 10}", $"{i - 7}"))]);
        var handlers = new TaskHandlers()
            .Handle("a", async (task, context, _) =>
            {
                await System.Threading.Tasks.Task.Yield();
                if (int.Parse(task.Id) % 7 == 0 || (int.Parse(task.Id) % 5 == 0 && context.Attempt == 1)) throw new InvalidOperationException();
            })
            .Handle("b", async (_, _, _) => await System.Threading.Tasks.Task.Yield());
        _report = await Run(plan, handlers);
        _lanes = new RunLanes(_report);
    }

    [Test]
    public void Attempts_OfEveryTask_AreAllThere() =>
        Assert.That(_lanes.Attempts.Select(attempt => (attempt.Task, attempt.Number)), Is.EquivalentTo(Enumerable.Range(0, 300).SelectMany(task => Enumerable.Range(1, _report[task].Attempts).Select(number => (task, number)))));

    [Test]
    public void Lanes_OfAnAgent_AreNoMoreThanItsSlots() =>
        Assert.That(_lanes.Lanes.GroupBy(lane => lane.Agent).Select(lanes => (lanes.Key, Most: lanes.Max(lane => lane.Slot) + 1)).Where(agent => agent.Most > _report.Plan.Agents[agent.Key].MaxConcurrentTasks), Is.Empty);

    [Test]
    public void Attempts_OfALane_NeverOverlap() =>
        Assert.That(_lanes.Attempts.Where(attempt => attempt.Before >= 0 && _lanes.Attempts[attempt.Before].Finish > attempt.Start), Is.Empty);

    [Test]
    public void Path_OfTheRun_GoesFromTheStartToTheLastEndWithoutOverlap()
    {
        var path = RunPath.Of(_lanes, new RunNeeds(_lanes, _report.Plan.Graph)).Select(place => _lanes.Attempts[place]).ToArray();
        Assert.That(path.Zip(path.Skip(1)).Where(step => step.First.Finish > step.Second.Start), Is.Empty);
        Assert.That(path[^1].Finish, Is.EqualTo(_lanes.Attempts.Max(attempt => attempt.Finish)));
    }
}
