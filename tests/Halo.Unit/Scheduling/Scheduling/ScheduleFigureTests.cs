using static Halo.Unit.Scheduling.Problems;

namespace Halo.Unit.Scheduling;

/// <summary>What is read off a schedule: which of two is better, its bound, and slack before tasks that do not wait.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ScheduleFigureTests
{
    private static readonly Agent One = new("p") { Types = ["x"] };

    [TestCase(new[] { 0.0, 9.0 }, new[] { 0.0 }, true)]
    [TestCase(new[] { 0.0 }, new[] { 0.0, 9.0 }, false)]
    [TestCase(new[] { 0.0, 1.0 }, new[] { 0.0, 2.0 }, true)]
    [TestCase(new[] { 0.0, 2.0 }, new[] { 0.0, 1.0 }, false)]
    [TestCase(new[] { 0.0, 1.0 }, new[] { 0.0, 1.0 }, false)]
    public void IsBetterThan_ByStartsOfTheirTasks_CountsTasksBeforeTime(double[] starts, double[] others, bool isBetter)
    {
        var problem = Build([Task("a", 1), Task("b", 1)], [One with { MaxConcurrentTasks = 2 }]);
        Assert.That(Placed(problem, starts).IsBetterThan(Placed(problem, others)), Is.EqualTo(isBetter));
    }

    [Test]
    public void LowerBound_SumsThatDifferInTheirLastDigits_IsTheMakespan()
    {
        // They run longest first, and 0.3 + 0.2 + 0.1 is less than 0.1 + 0.2 + 0.3.
        var schedule = Scheduler.Schedule(Plan([Task("a", 0.1), Task("b", 0.2), Task("c", 0.3)], [One]));
        Assert.That(LowerBound.Of(schedule.Problem, schedule.Placements), Is.GreaterThan(schedule.Makespan.TotalSeconds));
        Assert.That((schedule.LowerBound.TotalSeconds, schedule.Gap), Is.EqualTo((schedule.Makespan.TotalSeconds, 0.0)));
    }

    [Test]
    public void Slack_BeforeATaskInProgress_IsNotBoundByIt()
    {
        var held = Task("held", 1, "a") with { Status = TaskNodeStatus.InProgress, Agent = "q" };
        var schedule = Scheduler.Schedule(Plan([Task("a", 2), held, new TaskNode("long", "z") { Estimate = 10.Seconds() }], [One, new Agent("q"), new Agent("r") { Types = ["z"] }]));
        Assert.That(schedule.SlackOf(0).TotalSeconds, Is.EqualTo(8));
    }

    [Test]
    public void Slack_BeforeATaskNotScheduled_IsNotBoundByIt()
    {
        var schedule = Scheduler.Schedule(Plan([Task("a", 2), new TaskNode("nobody", "y") { DependsOn = ["a"] }, new TaskNode("long", "z") { Estimate = 10.Seconds() }], [One, new Agent("r") { Types = ["z"] }]));
        Assert.That(schedule.SlackOf(0).TotalSeconds, Is.EqualTo(8));
    }

    private static Schedule Placed(SchedulingProblem problem, double[] starts)
    {
        var placements = new Placements(problem.Count);
        for (var task = 0; task < starts.Length; task++) placements.Place(task, problem.OptionStarts[task], task, starts[task]);
        return new Schedule(problem, placements, null);
    }
}
