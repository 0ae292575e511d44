using System.Text;

namespace Halo.Unit.Reporting;

/// <summary>Which rows a chart has: slots where they can be followed, else agents; and what the tones of a report are.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class GanttChartRowsTests
{
    [TestCase(64, true)]
    [TestCase(65, false)]
    public void ToText_Slots_HaveARowEachAsLongAsTheyAreFew(int slots, bool isDetailed)
    {
        var rows = Chart(Enumerable.Range(0, slots).Select(i => new TaskNode($"t{i}", "x") { Estimate = 1.Seconds() }), new Agent("agent") { Types = ["x"], MaxConcurrentTasks = 100 });
        Assert.That((rows.Length, rows[0][..7]), Is.EqualTo(isDetailed ? (64, "agent  ") : (1, "agent  ")));
        Assert.That(rows[0], Does.Contain(isDetailed ? "┣t0━" : "▆▆▆"));
    }

    [TestCase(2_000, '┃')]
    [TestCase(2_001, '█')]
    public void ToText_Tasks_AreShownAsLongAsTheyAreFew(int count, char end)
    {
        var rows = Chart(Enumerable.Range(0, count).Select(i => new TaskNode($"t{i}", "x") { Estimate = 1.Seconds() }), new Agent("agent") { Types = ["x"] });
        Assert.That(rows.Single()[^1], Is.EqualTo(end));
    }

    [TestCase(66, 26)]
    [TestCase(40, 0)]
    [TestCase(39, 0)]
    public void ToText_ManyAgents_ShowsTheBusiestInTheirOrder(int count, int left)
    {
        // The first agents do least; two slots of the last make more rows than are followed.
        var tasks = Enumerable.Range(0, count).Select(i => new TaskNode($"t{i}", $"x{i}") { Estimate = (i + 1).Seconds() }).Concat(Enumerable.Range(0, 40).Select(i => new TaskNode($"more{i}", $"x{count - 1}") { Estimate = 1.Seconds() }));
        var rows = Chart(tasks, [.. Enumerable.Range(0, count).Select(i => new Agent($"a{i}") { Types = [$"x{i}"], MaxConcurrentTasks = 50 }), new Agent("idle")]);
        Assert.That(rows.Select(row => row.Split(' ')[0]), Is.EqualTo(Enumerable.Range(left, count - left).Select(i => $"a{i}")));
    }

    [Test]
    public void ToText_Agents_AreAlignedWithTheirLoad()
    {
        var tasks = Enumerable.Range(0, 65).Select(i => new TaskNode($"t{i}", "x") { Estimate = 1.Seconds() }).Append(new TaskNode("late", "y") { DependsOn = ["t0"], Estimate = 1.Seconds() });
        var lines = Scheduler.Schedule(Plans.Route(tasks, [], [new Agent("crowd") { Types = ["x"], MaxConcurrentTasks = 65 }, new Agent("me") { Types = ["y"] }])).ToText(40).Split('\n');
        Assert.That(lines[6..9], Is.EqualTo(new[] { "       0               1 s", $"crowd  {new string('█', 16)}", $"me     {new string(' ', 16)}{new string('█', 16)}" }));
    }

    [Test]
    public void ToText_LongAgentName_IsCut()
    {
        var rows = Chart([new TaskNode("t", "x") { Estimate = 1.Seconds() }], new Agent(new string('n', 30)) { Types = ["x"] });
        Assert.That(rows[0], Does.StartWith($"{new string('n', 23)}… 0  ┣t"));
    }

    [Test]
    public void ToText_ManyAgentsOfASlot_AreAlignedAlsoWithThoseThatDoLeast()
    {
        var rows = Chart(Enumerable.Range(1, 41).Select(i => new TaskNode($"t{i}", $"x{i}") { Estimate = i.Seconds() }), [.. Enumerable.Range(1, 41).Select(i => new Agent(i == 1 ? "the longest name" : $"a{i}") { Types = [$"x{i}"] })]);
        Assert.That(rows.Select(row => row.IndexOfAny(['│', '├', '┣'])), Is.EqualTo(Enumerable.Repeat("the longest name 0  ".Length, 41)));
    }

    [TestCase(true, "Warning")]
    [TestCase(false, "Heading")]
    public void Write_Head_WarnsOfUnscheduledTasks(bool hasUnscheduled, string tone)
    {
        var pen = new TonePen();
        new ScheduleTextReport(hasUnscheduled ? Schedules.Small() : Schedules.Improved(), 60, pen).Write();
        Assert.That(pen.Text, Does.StartWith($"<{tone}>"));
    }

    [Test]
    public void Write_Report_HasTheTonesOfItsParts()
    {
        var pen = new TonePen();
        new ScheduleTextReport(Schedules.OfEveryKind(), 60, pen).Write();
        Assert.That(pen.Text, Does.Contain("<Heading>Critical path, 3 tasks\n").And.Contain("<Critical>  a  #1builder").And.Contain("<Faint>Makespan     <Plain>100 s\n")
            .And.Contain("#0  qa       #0██<Faint>░").And.Contain("<Warning>Unscheduled\n<Warning>  x<Plain>  No rule").And.Contain("#1builder<Faint> 0<Plain>  #1!┣a"));
    }

    [Test]
    public void Write_DataOfARun_TellsHowTasksEnded()
    {
        using var stream = new MemoryStream();
        GanttBar bar = new("a", 0, 0, 1, "why");
        GanttData.Write(
            new GanttChart
            {
                Title = "",
                Heading = "",
                Subject = "",
                Cards = [],
                Legend = "",
                EndSeconds = 3,
                MarkSeconds = 2,
                PathTitle = "",
                Path = [],
                Notes = [],
                Agents = [new AgentUtilization("idle", 0, TimeSpan.Zero, 0), new AgentUtilization("me", 1, 1.Seconds(), 1)],
                Lanes = [(1, 0)],
                Bars = [bar, bar with { End = GanttBarEnd.Failed, SlackSeconds = 2 }, bar with { End = GanttBarEnd.Interrupted, Why = "because", Needs = [0, 1] }],
            },
            stream);
        Assert.That(Encoding.UTF8.GetString(stream.ToArray()), Is.EqualTo(
            """{"makespan":3,"mark":2,"agents":[{"name":"me","fill":"#afd1f4","border":"#336ba3"}],"lanes":[[0,0]],"tasks":[["a",0,0,1,null,-1,0,0,[]],["a",0,0,1,2,-1,0,0,[],1],["a",0,0,1,null,-1,1,0,[0,1],2]],"why":["why","because"],"path":[]}""" + "\n"));
    }

    // Behind the axis, which begins with a zero.
    private static string[] Chart(IEnumerable<TaskNode> tasks, params Agent[] agents) =>
        [.. Scheduler.Schedule(Plans.Route(tasks, [], agents)).ToText().Split('\n').SkipWhile(line => !line.TrimStart().StartsWith("0 ", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.Length > 0)];

    private sealed class TonePen : IReportPen
    {
        private readonly StringBuilder _text = new();

        public string Text => _text.ToString();

        public void Write(string text, ReportTone tone = ReportTone.Plain) => _text.Append('<').Append(tone).Append('>').Append(text);

        public void WriteOf(string text, int agent, bool isCritical = false) => _text.Append('#').Append(agent).Append(isCritical ? "!" : "").Append(text);

        public void EndLine() => _text.Append('\n');
    }
}
