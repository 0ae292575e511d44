using System.Text.Json;
using System.Text.RegularExpressions;

namespace Halo.Unit.Reporting;

[TestFixture, Category("Unit")]
public sealed class GanttReportTests
{
    private static readonly string[] BreakingTexts = [.. Plans.HostileTexts, "</script><script>alert(1)</script>", "<!--<script>", "a\u2028b\u2029c", "\"><img src=x onerror=alert(1)>", "it's & it\"s", "]]>", "{{7*7}}"];

    [Test]
    public void ToHtml_SmallSchedule_NeedsNoOtherFile() =>
        Assert.That(Schedules.Small().ToHtml(), Does.Not.Match(@"(?i)https?:|\b(src|href)\s*=|@import|url\(|\bfetch\(|\bimport\b"));

    [TestCaseSource(nameof(BreakingTexts))]
    public void ToHtml_HostileText_AddsNoTag(string text) => Assert.That(Tags(Schedules.Hostile(text).ToHtml()), Is.EqualTo(Tags(Schedules.Hostile("plain").ToHtml())));

    [TestCaseSource(nameof(BreakingTexts))]
    public void ToHtml_HostileText_DataHasNoTagAndNoLineSeparator(string text) =>
        Assert.That(DataOf(Schedules.Hostile(text).ToHtml()), Does.Not.Match(@"[<>&\u2028\u2029]"));

    [TestCaseSource(nameof(BreakingTexts))]
    public void ToHtml_HostileText_IsInTheData(string text) =>
        Assert.That(Data(Schedules.Hostile(text)).GetProperty("tasks")[0][0].GetString(), Is.EqualTo(VisibleText.Of(text)));

    [Test]
    public void ToHtml_SmallSchedule_HasEveryTaskInItsLane()
    {
        var (schedule, data) = (Schedules.Small(), Data(Schedules.Small()));
        var found = data.GetProperty("tasks").EnumerateArray().Select(task =>
        {
            var lane = data.GetProperty("lanes")[task[1].GetInt32()];
            var agent = data.GetProperty("agents")[lane[0].GetInt32()].GetProperty("name").GetString()!;
            return new ScheduledTask(task[0].GetString()!, agent, lane[1].GetInt32(), task[2].GetDouble().Seconds(), task[3].GetDouble().Seconds());
        });
        Assert.That(found, Is.EqualTo(schedule.Tasks));
    }

    [Test]
    public void ToHtml_SmallSchedule_TellsOfEachTask()
    {
        var data = Data(Schedules.Small());
        var told = data.GetProperty("tasks").EnumerateArray().Single(task => task[0].GetString() == "b");
        var before = data.GetProperty("tasks")[told[5].GetInt32()][0].GetString();
        var why = data.GetProperty("why")[told[6].GetInt32()].GetString();
        Assert.That((before, told[7].GetInt32(), told[8].GetArrayLength(), why!.Contains("'builder' has the best success rate", StringComparison.Ordinal)), Is.EqualTo(("a", 1, 1, true)));
    }

    [Test]
    public void ToHtml_SmallSchedule_PathIsTheCriticalPath()
    {
        var data = Data(Schedules.Small());
        Assert.That(data.GetProperty("path").EnumerateArray().Select(step => data.GetProperty("tasks")[step.GetInt32()][0].GetString()), Is.EqualTo(Schedules.Small().CriticalPath()));
    }

    [Test]
    public void ToHtml_SelectedAgent_IsExplainedByTheSelection()
    {
        var agents = Enumerable.Range(0, 3).Select(i => new Agent($"a{i}") { Types = ["x"] });
        var plan = Plans.Route([new TaskNode("t", "x") { Estimate = 3.Seconds() }], [], agents);
        var why = Data(Scheduler.Schedule(plan, new ScheduleOptions { Selection = AgentSelection.EarliestFinish })).GetProperty("why")[0].GetString();
        Assert.That(why, Is.EqualTo("Of 3 agents that may do it, this one finishes it first."));
    }

    [Test]
    public void ToHtml_UnscheduledAndGuessedTasks_AreListed() =>
        Assert.That(Schedules.Small().ToHtml(), Does.Contain("<td>y</td><td>It depends on &#39;x&#39;, which is not scheduled.</td>").And.Contain("<li>d</li>"));

    [Test]
    public void ToHtml_TenThousandTasks_StaySmall() => Assert.That(Schedules.Many(10_000).ToHtml(), Has.Length.LessThan(2_000_000));

    private static JsonElement Data(Schedule schedule) => JsonDocument.Parse(DataOf(schedule.ToHtml())).RootElement;

    private static string DataOf(string html) => Regex.Match(html, "<script type=\"application/json\" id=\"schedule\">\n(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;

    private static IEnumerable<string> Tags(string html) => Regex.Matches(html, @"<(/?\w+|!--)").Select(match => match.Value);
}
