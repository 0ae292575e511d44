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
        new() { DefaultEstimate = 0 },
        new() { DefaultEstimate = TaskEstimate.MaxSeconds },
        new() { Selection = AgentSelection.Balanced, MinSuccessRate = 1 },
        new() { Selection = AgentSelection.Cheapest, Deadline = 0 },
        new() { Selection = AgentSelection.Cheapest, Deadline = 1e300, MinSuccessRate = 0.5 },
        new() { Priority = SchedulePriority.Attribute, PriorityAttribute = "rank" },
    ];

    private static IEnumerable<TestCaseData> OptionsOutOfRange() => new (ScheduleOptions Options, string Says)[]
    {
        (new() { Selection = (AgentSelection)9 }, "Selection is none of the selections."),
        (new() { Priority = (SchedulePriority)9 }, "Priority is none of the priorities."),
        (new() { DefaultEstimate = double.PositiveInfinity }, "DefaultEstimate must be from 0 to 1000000000 seconds."),
        (new() { DefaultEstimate = Math.BitIncrement(TaskEstimate.MaxSeconds) }, "DefaultEstimate must be from 0 to 1000000000 seconds."),
        (new() { DefaultEstimate = -0.1 }, "DefaultEstimate must be from 0 to 1000000000 seconds."),
        (new() { Selection = AgentSelection.Balanced, MinSuccessRate = 1.1 }, "MinSuccessRate must be from 0 to 1."),
        (new() { Selection = AgentSelection.Balanced, MinSuccessRate = -0.1 }, "MinSuccessRate must be from 0 to 1."),
        (new() { Selection = AgentSelection.Balanced, MinSuccessRate = double.NaN }, "MinSuccessRate must be from 0 to 1."),
        (new() { Selection = AgentSelection.Cheapest, Deadline = double.PositiveInfinity }, "Deadline must be finite and not negative."),
        (new() { Selection = AgentSelection.Cheapest, Deadline = -0.1 }, "Deadline must be finite and not negative."),
        (new() { Priority = SchedulePriority.Attribute }, "PriorityAttribute is needed for"),
        (new() { Priority = SchedulePriority.Attribute, PriorityAttribute = "" }, "PriorityAttribute is needed for"),
        (new() { PriorityAttribute = "rank" }, "PriorityAttribute is needed for"),
        (new() { MinSuccessRate = 0.1 }, "MinSuccessRate does nothing"),
        (new() { Selection = AgentSelection.Balanced, Deadline = 5 }, "Deadline is for"),
    }.Select(row => new TestCaseData(row.Options, row.Says));
}
