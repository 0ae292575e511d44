using static Halo.Unit.Scheduling.Problems;

namespace Halo.Unit.Scheduling;

/// <summary>Every bound of the options of a schedule, from both sides.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ScheduleOptionsTests
{
    private static readonly Agent One = new("one") { Types = ["x"], MaxConcurrentTasks = 2 };

    [TestCaseSource(nameof(OptionsInRange))]
    public void Schedule_OptionsAtTheirBounds_AreAllowed(ScheduleOptions options) => Assert.That(() => Scheduler.Schedule(Plan([], [One]), options), Throws.Nothing);

    [TestCaseSource(nameof(OptionsOutOfRange))]
    public void Schedule_OptionOutOfRange_IsNamed(ScheduleOptions options, string says) =>
        Assert.That(() => Scheduler.Schedule(Plan([], [One]), options), Throws.InstanceOf<ArgumentException>().With.Message.StartsWith(says));

    private static IEnumerable<ScheduleOptions> OptionsInRange() =>
    [
        new() { DefaultEstimate = 0.Seconds() },
        new() { DefaultEstimate = TaskEstimate.MaxSeconds.Seconds() },
        new() { Selection = AgentSelection.Balanced, MinSuccessRate = 1 },
        new() { Selection = AgentSelection.Cheapest, Deadline = 0.Seconds() },
        new() { Selection = AgentSelection.Cheapest, Deadline = TimeSpan.MaxValue, MinSuccessRate = 0.5 },
        new() { Priority = SchedulePriority.Attribute, PriorityAttribute = "rank" },
    ];

    private static IEnumerable<TestCaseData> OptionsOutOfRange() => new (ScheduleOptions Options, string Says)[]
    {
        (new() { Selection = (AgentSelection)9 }, "Selection is 9; it must be FirstRule or "),
        (new() { Priority = (SchedulePriority)9 }, "Priority is 9; it must be CriticalPath or "),
        (new() { DefaultEstimate = (TaskEstimate.MaxSeconds + 1).Seconds() }, "DefaultEstimate is "),
        (new() { DefaultEstimate = -0.1.Seconds() }, "DefaultEstimate is "),
        (new() { Selection = AgentSelection.Balanced, MinSuccessRate = 1.1 }, "MinSuccessRate is "),
        (new() { Selection = AgentSelection.Balanced, MinSuccessRate = -0.1 }, "MinSuccessRate is "),
        (new() { Selection = AgentSelection.Balanced, MinSuccessRate = double.NaN }, "MinSuccessRate is "),
        (new() { Selection = AgentSelection.Cheapest, Deadline = -0.1.Seconds() }, "Deadline is "),
        (new() { Priority = SchedulePriority.Attribute }, "PriorityAttribute must be given for SchedulePriority.Attribute, and for no other priority."),
        (new() { Priority = SchedulePriority.Attribute, PriorityAttribute = "" }, "PriorityAttribute must be given for SchedulePriority.Attribute, and for no other priority."),
        (new() { PriorityAttribute = "rank" }, "PriorityAttribute must be given for SchedulePriority.Attribute, and for no other priority."),
        (new() { MinSuccessRate = 0.1 }, "MinSuccessRate does nothing"),
        (new() { Selection = AgentSelection.Balanced, Deadline = 5.Seconds() }, "Deadline is for"),
    }.Select(row => new TestCaseData(row.Options, row.Says));
}
