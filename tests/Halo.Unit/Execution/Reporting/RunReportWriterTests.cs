using System.Text.Json;
using System.Text.RegularExpressions;
using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Reporting;

/// <summary>The page of a run: what happened, beside what was planned.</summary>
[TestFixture, Category("Unit")]
public sealed class RunReportWriterTests
{
    private const string Hostile = "</script><img src=x onerror=alert(1)>";

    [Test]
    public async Task ToHtml_Run_HasABarForEachAttempt()
    {
        var data = Data((await FailingRun("t")).ToHtml());
        Assert.That(data.GetProperty("tasks").EnumerateArray().Select(bar => (bar[0].GetString(), AgentOf(data, bar), bar[2].GetDouble(), bar[3].GetDouble(), EndOf(bar))), Is.EqualTo(new[]
        {
            ("t", "a", 0.0, 2.0, 1), ("t (2)", "b", 2.0, 4.0, 0), ("bad", "a", 4.0, 6.0, 1), ("bad (2)", "b", 6.0, 8.0, 1),
        }));
    }

    [Test]
    public async Task ToHtml_Run_PathIsWhatTheEndWaitedFor()
    {
        var data = Data((await FailingRun("t")).ToHtml());
        Assert.That(data.GetProperty("path").EnumerateArray().Select(step => step.GetInt32()), Is.EqualTo(new[] { 0, 1, 2, 3 }));
    }

    [Test]
    public async Task ToHtml_Run_NamesWhatIsNotDoneAndWhoFailed() =>
        Assert.That((await FailingRun("t")).ToHtml(), Does.Contain("<td>never</td><td>skipped</td><td>a dependency failed</td>").And.Contain("<td>t</td><td>&#39;a&#39; could not do it (HandlerFailed: a fails); &#39;b&#39; was next, by capability.</td>"));

    [Test]
    public async Task ToHtml_WithTheSchedule_TellsPlannedAndReal()
    {
        var report = await FailingRun("t");
        var html = report.ToHtml(Scheduler.Schedule(report.Plan));
        Assert.That(html, Does.Contain("<b>8 s</b>it took").And.Contain("<b>4 s</b>planned").And.Contain("<b>+100 %</b>real to planned"));
        Assert.That(Data(html).GetProperty("why")[0].GetString(), Does.EndWith("Planned: 0 s to 1 s at 'a'."));
    }

    [Test]
    public async Task ToHtml_HostileText_AddsNoTag() => Assert.That(Tags((await FailingRun(Hostile)).ToHtml()), Is.EqualTo(Tags((await FailingRun("t")).ToHtml())));

    [Test]
    public async Task ToHtml_HostileText_DataHasNoTag() => Assert.That(DataOf((await FailingRun(Hostile)).ToHtml()), Does.Not.Match("[<>&]"));

    [Test]
    public async Task ToHtml_CancelledRun_MarksWhatWasInterrupted()
    {
        using var cancel = new CancellationTokenSource();
        var report = await Run(Plan(Task("hangs"), Task("never", "hangs")), new TaskHandlers().Handle("a", async (_, _, token) =>
        {
            cancel.Cancel();
            await System.Threading.Tasks.Task.Delay(Timeout.Infinite, token);
        }), cancellationToken: cancel.Token);
        var html = report.ToHtml();
        Assert.That((EndOf(Data(html).GetProperty("tasks")[0]), html.Contains("<b>cancelled</b>it ended early"), html.Contains("<td>never</td><td>not run</td><td>the run was cancelled</td>")), Is.EqualTo((2, true, true)));
    }

    [Test]
    public async Task ToHtml_NothingHasRun_IsAPageNevertheless()
    {
        var plan = Plan(Task("t") with { Status = TaskNodeStatus.Completed });
        Assert.That((await Run(plan, Handlers(plan))).ToHtml(), Does.Contain("<td>t</td><td>done</td><td>completed before the run</td>"));
    }

    [Test]
    public async Task ToHtml_ScheduleOfAnotherGraph_IsRefused()
    {
        var report = await FailingRun("t");
        Assert.That(() => report.ToHtml(Scheduler.Schedule(Plan(Task("t")))), Throws.ArgumentException);
    }

    // One after the other, two seconds each: agent a fails always, b at the task that is bad.
    private static Task<RunReport> FailingRun(string id)
    {
        var time = new SteppedTime();
        var plan = Plan([new Agent("a") { Types = ["a"], SuccessRate = 0.9 }, new Agent("b") { Types = ["a"] }],
            Task(id) with { Estimate = 1.Seconds() }, Task("bad", id) with { Estimate = 2.Seconds() }, Task("never", "bad") with { Estimate = 1.Seconds() });
        var handlers = new TaskHandlers();
        foreach (var agent in plan.Agents)
        {
            handlers.Handle(agent.Name, (task, context, _) =>
            {
                time.Step(2);
                return agent.Name == "a" || task.Id == "bad" ? throw new InvalidOperationException($"{agent.Name} fails") : ValueTask.CompletedTask;
            });
        }

        return Run(plan, handlers, time: time);
    }

    private static JsonElement Data(string html) => JsonDocument.Parse(DataOf(html)).RootElement;

    private static string DataOf(string html) => Regex.Match(html, "<script type=\"application/json\" id=\"schedule\">\n(.*?)</script>", RegexOptions.Singleline).Groups[1].Value;

    private static string? AgentOf(JsonElement data, JsonElement bar) => data.GetProperty("agents")[data.GetProperty("lanes")[bar[1].GetInt32()][0].GetInt32()].GetProperty("name").GetString();

    private static int EndOf(JsonElement bar) => bar.GetArrayLength() > 9 ? bar[9].GetInt32() : 0;

    private static IEnumerable<string> Tags(string html) => Regex.Matches(html, @"<(/?\w+|!--)").Select(match => match.Value);
}
