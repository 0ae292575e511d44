namespace Halo.Unit.Reporting;

/// <summary>Charts in characters, cell by cell.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class GanttChartTests
{
    private static readonly Agent[] Two = [new Agent("main") { Types = ["x"] }, new Agent("side") { Types = ["y"] }];

    [Test]
    public void Line_BarsOfEveryLength_AreLabelledWhereThereIsRoom()
    {
        var schedule = Chain("abc", 5, "ab", 4, "m", 1, "n", 2, "東京", 8);
        Assert.That(Lines(schedule, 20), Is.EqualTo(new[] { "!┣abc┫!┣━━┫!┃!┣┫!┣━━━━━━┫" }));
    }

    [TestCase("abcdefgh", "!┣abcdefgh┫")]
    [TestCase("abcdefghi", "!┣abcdefg…┫")]
    [TestCase("a\u10ff", "!┣a\u10ff━━━━━━┫")]
    [TestCase("a\u1100", "!┣━━━━━━━━┫")]
    public void Line_Label_IsCutToItsBar(string id, string expected) => Assert.That(Lines(Chain(id, 1), 10), Is.EqualTo(new[] { expected }));

    [Test]
    public void Line_TasksThatAreNotCritical_AreThin()
    {
        var schedule = Schedule(Two, ("long", "x", 20, ""), ("n", "y", 5, ""), ("m", "y", 1, "n"));
        Assert.That(Lines(schedule, 20)[1], Is.EqualTo("├n──┤│              "));
    }

    [Test]
    public void Line_Pause_IsLeftBlank()
    {
        var schedule = Schedule(Two, ("before", "x", 6, ""), ("late", "y", 4, "before"));
        Assert.That(Lines(schedule, 10), Is.EqualTo(new[] { "!┣bef…┫    ", "      !┣━━┫" }));
    }

    [Test]
    public void Line_CriticalTaskInTheColumnOfAnother_IsTheOneToBeSeen()
    {
        var schedule = Schedule(Two, ("p", "x", 1, ""), ("q", "y", 99, "p"), ("r", "x", 1, "p"));
        Assert.That(Lines(schedule, 10)[0], Is.EqualTo("!┃         "));
    }

    [Test]
    public void Line_LongTaskBehindACriticalOne_IsDrawnWhole()
    {
        var schedule = Schedule(Two, ("p", "x", 1, ""), ("q", "y", 99, "p"), ("r", "x", 30, "p"));
        Assert.That(Lines(schedule, 10)[0], Is.EqualTo("├─┤       "));
    }

    [Test]
    public void Line_TaskOfNoLengthAtTheEnd_TakesTheLastColumn()
    {
        var schedule = Schedule(Two, ("p", "x", 10, ""), ("end", "y", 0, "p"));
        Assert.That(Lines(schedule, 10)[1], Is.EqualTo("         │"));
    }

    [Test]
    public void Line_NothingTakesTime_TakesTheFirstColumn() => Assert.That(Lines(Chain("p", 0), 4), Is.EqualTo(new[] { "!┃   " }));

    [Test]
    public void Load_SlotsInUse_AreShownAsLevels()
    {
        var agents = new[] { new Agent("a") { Types = ["x"], MaxConcurrentTasks = 2 }, new Agent("b") { Types = ["y"] }, new Agent("idle") };
        var schedule = Schedule(agents, ("ten", "x", 10, ""), ("five", "x", 5, ""), ("short", "y", 1.25, "five"));
        Assert.That(GanttChartLoad.Of(schedule, 4), Is.EqualTo(new[] { "██▄▄", "  ▄ ", "    " }));
    }

    [Test]
    public void Load_TinyTask_IsStillSeen() => Assert.That(GanttChartLoad.Of(Schedule(Two, ("ten", "x", 10, ""), ("tiny", "y", 0.001, "")), 4)[1], Is.EqualTo("▁   "));

    [Test]
    public void Load_TaskWithinOneColumn_CountsItsShareOnly()
    {
        var schedule = Schedule(Two, ("a", "x", 3, ""), ("b", "y", 1, "a"), ("c", "x", 4, "b"));
        Assert.That(GanttChartLoad.Of(schedule, 2), Is.EqualTo(new[] { "▆█", "▂ " }));
    }

    [Test]
    public void Load_TaskAcrossColumns_IsSplitBetweenThem()
    {
        var schedule = Schedule(Two, ("a", "x", 1, ""), ("b", "y", 2, "a"), ("c", "x", 1, "b"));
        Assert.That(GanttChartLoad.Of(schedule, 2), Is.EqualTo(new[] { "▄▄", "▄▄" }));
    }

    [Test]
    public void Load_TasksThatDoNotRun_DoNotCount() =>
        Assert.That(GanttChartLoad.Of(Schedule([Two[0] with { MaxConcurrentTasks = 4 }], ("t", "x", 4, ""), ("u", "x", 4, ""), ("nobody", "z", 4, "")), 2), Is.EqualTo(new[] { "▄▄" }));

    [Test]
    public void Load_NothingTakesTime_IsBlank() => Assert.That(GanttChartLoad.Of(Chain("p", 0), 3), Is.EqualTo(new[] { "   " }));

    private static Schedule Chain(params object[] tasks) => Schedule(
        [new Agent("main") { Types = ["x"] }],
        [.. tasks.Chunk(2).Select((task, i) => ((string)task[0], "x", Convert.ToDouble(task[1], null), i == 0 ? "" : (string)tasks[(2 * i) - 2]))]);

    private static Schedule Schedule(Agent[] agents, params (string Id, string Type, double Seconds, string Before)[] tasks) => Scheduler.Schedule(Plans.Route(
        tasks.Select(task => new TaskNode(task.Id, task.Type) { Estimate = task.Seconds.Seconds(), DependsOn = task.Before.Length == 0 ? [] : [task.Before] }), [], agents));

    private static string[] Lines(Schedule schedule, int columns)
    {
        var story = new ScheduleStory(schedule);
        return [.. new ScheduleLanes(story).Lanes.Select(lane =>
        {
            var pen = new MarkingPen();
            new GanttChartLine(story, lane, columns).Write(pen, lane.Agent);
            return pen.Line;
        })];
    }

    /// <summary>Marks every critical piece with '!'.</summary>
    private sealed class MarkingPen : IReportPen
    {
        public string Line { get; private set; } = "";

        public void Write(string text, ReportTone tone = ReportTone.Plain) => Line += text;

        public void WriteOf(string text, int agent, bool isCritical = false) => Line += isCritical ? $"!{text}" : text;

        public void EndLine() => Line += "\n";
    }
}
