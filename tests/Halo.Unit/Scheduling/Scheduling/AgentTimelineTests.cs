namespace Halo.Unit.Scheduling;

/// <summary>Slots while tasks are placed on them, one after another.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class AgentTimelineTests
{
    [TestCase(0, 5, 5)]
    [TestCase(0, 5.5, 15)]
    [TestCase(6, 4, 6)]
    [TestCase(6, 4.5, 15)]
    [TestCase(16, 1, 16)]
    public void EarliestStart_OneSlotWithAGap_FitsIntoItOrComesBehind(double ready, double seconds, double start)
    {
        var timeline = Timeline(1, (0, 5), (10, 5));
        Assert.That(timeline.EarliestStart(ready, seconds), Is.EqualTo(start));
    }

    [TestCase(0, 5, 5)]
    [TestCase(0, 5.5, 15)]
    [TestCase(6, 4, 6)]
    [TestCase(16, 1, 16)]
    public void Place_OneSlotWithAGap_StartsAtTheEarliest(double ready, double seconds, double start) =>
        Assert.That(Timeline(1, (0, 5), (10, 5)).Place(ready, seconds), Is.EqualTo((0, start)));

    [Test]
    public void Place_IntoTheMiddleOfAGap_LeavesBothEnds()
    {
        var timeline = Timeline(1, (10, 1), (4, 3));
        Assert.That((timeline.Place(0, 4), timeline.Place(0, 3), timeline.Place(0, 1)), Is.EqualTo(((0, 0.0), (0, 7.0), (0, 11.0))));
    }

    [Test]
    public void Place_SlotThatIsFreeInTime_IsUsedAgain() => Assert.That(Timeline(2, (0, 5)).Place(5, 1), Is.EqualTo((0, 5.0)));

    [Test]
    public void Place_NoSlotFreeInTime_TakesANewOne() => Assert.That(Timeline(2, (0, 5)).Place(4, 1), Is.EqualTo((1, 4.0)));

    [Test]
    public void Place_NewSlotLater_LeavesItsTimeBeforeAsAGap() => Assert.That(Timeline(2, (0, 5), (4, 1)).Place(0, 4), Is.EqualTo((1, 0.0)));

    [Test]
    public void Place_AllSlotsInUse_TakesTheOneThatIsFreeFirst() => Assert.That(Timeline(2, (0, 5), (0, 3)).Place(1, 1), Is.EqualTo((1, 3.0)));

    [Test]
    public void Place_SlotsFreeAtOnce_TakesTheLowest() => Assert.That(Timeline(3, (0, 3), (0, 3), (0, 3)).Place(0, 1), Is.EqualTo((0, 3.0)));

    [Test]
    public void Place_GapsOfTheSameStart_TakesTheTightest()
    {
        // The second and third slot are idle until 5 and 5.5, in this order and the other.
        Assert.That(Timeline(3, (0, 20), (5, 1), (5.5, 1)).Place(1, 1), Is.EqualTo((1, 1.0)));
        Assert.That(Timeline(3, (0, 20), (5.5, 1), (5, 1)).Place(1, 1), Is.EqualTo((2, 1.0)));
    }

    [Test]
    public void Place_GapsOfDifferentStart_TakesTheEarliest()
    {
        // The slots are idle from 2 and from 1, both until 10.
        var timeline = Timeline(2, (0, 2), (0, 1), (10, 1), (10, 1));
        Assert.That((timeline.EarliestStart(0, 3), timeline.Place(0, 3)), Is.EqualTo((1.0, (1, 1.0))));
    }

    [Test]
    public void Place_GapNoEarlierThanAFreeSlot_TakesTheGap() => Assert.That(Timeline(2, (0, 1), (11, 1)).Place(8, 1), Is.EqualTo((0, 8.0)));

    [Test]
    public void Place_TaskWithoutLength_FitsAtTheEndOfAGap() => Assert.That(Timeline(1, (10, 1)).Place(10, 0), Is.EqualTo((0, 10.0)));

    [TestCase(AgentTimeline.MostGaps, 0)]
    [TestCase(AgentTimeline.MostGaps + 1, 2)]
    [TestCase(AgentTimeline.MostGaps + 2, 4)]
    public void EarliestStart_MoreGapsThanAreKept_ForgetsTheEarliest(int gaps, double start) =>
        Assert.That(WithGaps(gaps).EarliestStart(0, 1), Is.EqualTo(start));

    [Test]
    public void Place_TasksWithoutAPause_LeaveNoGapsThatDriveOthersOut() =>
        Assert.That(Timeline(1, [(3, 1), .. Enumerable.Repeat((0.0, 4.0), AgentTimeline.MostGaps + 1)]).EarliestStart(0, 3), Is.Zero);

    [Test]
    public void Place_SplitOfAGapWhenAllAreKept_ForgetsTheEarliest()
    {
        var timeline = WithGaps(AgentTimeline.MostGaps);
        timeline.Place(10.25, 0.5);
        Assert.That((timeline.EarliestStart(0, 1), timeline.EarliestStart(10, 0.25), timeline.EarliestStart(10.5, 0.25)), Is.EqualTo((2.0, 10.0, 10.75)));
    }

    // Idle for the first of every two seconds.
    private static AgentTimeline WithGaps(int count) => Timeline(1, [.. Enumerable.Range(0, count).Select(i => ((2.0 * i) + 1, 1.0))]);

    private static AgentTimeline Timeline(int slots, params (double Ready, double Seconds)[] placed)
    {
        var timeline = new AgentTimeline(slots);
        foreach (var (ready, seconds) in placed) timeline.Place(ready, seconds);
        return timeline;
    }
}
