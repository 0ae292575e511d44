namespace Halo.Unit.Reporting;

[TestFixture, Category("Unit")]
public sealed class ScheduleTextTests
{
    [Test]
    public void ToText_SmallSchedule_IsAligned()
    {
        const string Expected =
            """
            6 tasks: 4 scheduled on 2 of 3 agents, 2 unscheduled

            Makespan     90 s
            Lower bound  90 s
            Gap          none: no schedule is shorter
            Cost         1

                       0                     1 min
            qa      0  ┣a━━━━━━━━━━━━━━━━━━━┫
                    1  ├c─────────────┤
            builder 0  │                     ┣b━━━━━━━━┫

            Critical path, 2 tasks
              a  qa       at 0 s for 60 s
              b  builder  at 60 s for 30 s

            Agents
              qa       ████████████░░░░░░░░   58.3 %  2 tasks, 105 s of work
              builder  ███████░░░░░░░░░░░░░   34.4 %  2 tasks, 31 s of work

            Unscheduled
              x  No rule matches it and no agent lists 'unknown'.
              y  It depends on 'x', which is not scheduled.

            1 task without an estimate, taken as 1 s: d

            """;
        Assert.That(Schedules.Small().ToText(45), Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    [TestCase(40)]
    [TestCase(100)]
    [TestCase(400)]
    public void ToText_AnyWidth_KeepsTheChartWithinIt(int width)
    {
        var lines = Schedules.Many(500).ToText(width).Split('\n');
        Assert.That(lines.SkipWhile(line => !line.StartsWith("agent0", StringComparison.Ordinal)).TakeWhile(line => line.Length > 0).Select(line => line.Length), Is.All.LessThanOrEqualTo(width));
    }

    [Test]
    public void ToText_MoreTasksThanALineEachServes_ShowsAgents() =>
        Assert.That(Schedules.Many(GanttChartText.MostTasks + 1).ToText().Split('\n').Count(line => line.StartsWith("agent3", StringComparison.Ordinal)), Is.EqualTo(1));

    [Test]
    public void ToText_MoreSlotsThanAReaderFollows_ShowsAgents() =>
        Assert.That(Schedules.Many(1_000, agents: 40, slots: 4).ToText(), Does.Contain("█").And.Not.Contain("├"));

    [Test]
    public void ToText_HugeSchedule_StaysShort() => Assert.That(Schedules.Many(50_000, agents: 200).ToText().Split('\n'), Has.Length.LessThan(150));

    [Test]
    public void ToText_ImprovedSchedule_SaysFromWhat()
    {
        var plan = Plans.Route(
            [.. new[] { 3, 3, 2, 2, 2 }.Select((seconds, i) => new TaskNode($"t{i}", "x") { Estimate = seconds.Seconds() })], [], [new Agent("a") { Types = ["x"], MaxConcurrentTasks = 2 }]);
        var improved = Scheduler.Schedule(plan).Improve(new ImproveOptions { TimeBudget = null, Iterations = 1_000 });
        Assert.That(improved.ToText(), Does.Contain("Makespan     6 s, improved from 7 s"));
    }

    [TestCaseSource(typeof(Plans), nameof(Plans.HostileTexts))]
    public void ToText_HostileText_HasNoControlCharacters(string text) =>
        Assert.That(Schedules.Hostile(text).ToText().Where(c => char.IsControl(c) && c != '\n'), Is.Empty);

    [TestCase(0, "0 s")]
    [TestCase(0.256, "0.26 s")]
    [TestCase(119, "119 s")]
    [TestCase(120, "2 min")]
    [TestCase(927, "15 min 27 s")]
    [TestCase(7199.9, "120 min")]
    [TestCase(60300, "16 h 45 min")]
    [TestCase(273600, "3 d 4 h")]
    [TestCase(2e9, "2e+9 s")]
    public void Of_Duration_HasTwoUnitsAtMost(double seconds, string expected) => Assert.That(DurationText.Of(seconds.Seconds()), Is.EqualTo(expected));

    [TestCase(12.5, "12.5 s")]
    [TestCase(927, "15 min 27 s (927 s)")]
    [TestCase(1.0 / 3, "0.33 s (0.333 s)")]
    public void Exact_Duration_AddsTheSeconds(double seconds, string expected) => Assert.That(DurationText.Exact(seconds.Seconds()), Is.EqualTo(expected));

    [TestCase(90, 4, 30, "30 s")]
    [TestCase(1, 5, 0.2, "0.2 s")]
    [TestCase(3000, 6, 600, "10 min")]
    [TestCase(97501, 7, 14400, "4 h")]
    [TestCase(86400 * 3000.0, 5, 86400 * 1000.0, "1000 d")]
    [TestCase(0, 5, 1, "1 s")]
    public void Ticks_OfASpan_AreRound(double span, int most, double step, string label)
    {
        var ticks = new TimeTicks(span, most);
        Assert.That((ticks.Step, ticks.LabelOf(1)), Is.EqualTo((step, label)));
    }
}
