using System.Text.RegularExpressions;

namespace Halo.Unit.Reporting;

/// <summary>The page of a schedule, to the letter but for its style and scripts.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class GanttPageTests
{
    [Test]
    public void ToHtml_Schedule_HasItsData()
    {
        const string Expected =
            """
            {"makespan":100,"mark":90,
            "agents":[{"name":"qa","fill":"#afd1f4","border":"#336ba3"},{"name":"builder","fill":"#fad1a8","border":"#af6b28"}],
            "lanes":[[0,0],[1,0]],
            "tasks":[["d",0,0,5,85,-1,0,0,[]],["a",1,0,60,0,-1,1,1,[]],["b",1,60,90,0,1,1,1,[]],["c",0,90,100,0,2,0,1,[2]]],
            "why":["Tests go to QA.","No rule decided; of the available agents with room that list \u0027build\u0027, \u0027builder\u0027 has the best success rate."],
            "path":[1,2,3]}
            """;
        Assert.That(Page().Split("id=\"schedule\">\n")[1].Split("\n</script>")[0], Is.EqualTo(Regex.Replace(Expected, "\r?\n", "")));
    }

    [Test]
    public void ToHtml_Schedule_HasItsHead()
    {
        const string Expected =
            """
            <header><h1>Schedule</h1><p>4 tasks on 2 of 3 agents</p></header>
            <section class="cards" aria-label="Figures"><div class="card "><b>100 s</b>makespan</div><div class="card "><b>90 s</b>lower bound</div><div class="card "><b>11.1 %</b>gap</div><div class="card "><b>3</b>on the critical path</div><div class="card "><b>1</b>cost</div><div class="card bad"><b>1</b>unscheduled</div></section>
            <section class="panel chart" aria-label="Gantt chart">

            """;
        var page = Page();
        Assert.That(page[page.IndexOf("<header>", StringComparison.Ordinal)..page.IndexOf("<div class=\"tools\">", StringComparison.Ordinal)], Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ToHtml_Schedule_HasItsTools()
    {
        const string Expected =
            """
            <div class="tools"><button type="button" id="closer" title="Zoom in" aria-label="Zoom in">+</button><button type="button" id="farther" title="Zoom out" aria-label="Zoom out">−</button><button type="button" id="whole" title="Show the whole time" aria-label="Show the whole time">Whole</button><button type="button" id="critical" title="Go to the next task of the critical path" aria-label="Go to the next task of the critical path">Next critical</button><form id="search" role="search"><input id="find" type="search" placeholder="Find a task" aria-label="Find a task by its id"> <span id="found" role="status"></span></form><span class="hint">drag to pan · Ctrl + wheel to zoom · arrow keys from task to task · C for the critical path</span></div>
            <div class="frame" id="frame" tabindex="0" role="application" aria-label="Gantt chart of 4 tasks on 2 of 3 agents. Arrow keys go from task to task, C along the critical path, plus and minus zoom, 0 shows all."><canvas id="chart"></canvas><div id="filler"></div></div>
            <canvas id="overview" role="img" aria-label="How many tasks run over time, and the part in view"></canvas>
            </section>
            <div id="tip" role="status" aria-live="polite" hidden></div>
            <noscript><p class="panel">The chart needs JavaScript; the tables below do not.</p></noscript>

            """;
        var page = Page();
        Assert.That(page[page.IndexOf("<div class=\"tools\">", StringComparison.Ordinal)..page.IndexOf("<div class=\"columns\">", StringComparison.Ordinal)], Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ToHtml_Schedule_HasItsTables()
    {
        const string Expected =
            """
            <div class="columns">
            <section class="panel"><h2>Agents</h2><table><thead><tr><th>Agent</th><th class="figure">Tasks</th><th class="figure">Work</th><th class="figure">Busy</th></tr></thead><tbody>
            <tr><td class="name" title="qa"><span class="swatch" style="--fill:#afd1f4;--border:#336ba3"></span>qa</td><td class="figure">2</td><td class="figure">15 s</td><td class="figure"><span class="bar"><i style="width:7.5%"></i></span>7.5 %</td></tr>
            <tr><td class="name" title="builder"><span class="swatch" style="--fill:#fad1a8;--border:#af6b28"></span>builder</td><td class="figure">2</td><td class="figure">90 s</td><td class="figure"><span class="bar"><i style="width:90%"></i></span>90 %</td></tr>
            <tr class="idle"><td class="name" title="idle"><span class="swatch" style="--fill:transparent;--border:#98a2b3"></span>idle</td><td class="figure">0</td><td class="figure">0 s</td><td class="figure"><span class="bar"><i style="width:0%"></i></span>0 %</td></tr>
            </tbody></table></section>
            <section class="panel"><h2>Critical path</h2><ol id="path">
            <li><button type="button" data-step="0">a</button> <span>builder, at 0 s for 60 s</span></li>
            <li><button type="button" data-step="1">b</button> <span>builder, at 60 s for 30 s</span></li>
            <li><button type="button" data-step="2">c</button> <span>qa, at 90 s for 10 s</span></li>
            </ol></section>
            <section class="panel"><h2>Unscheduled</h2><table class="notes"><tbody>
            <tr><td>x</td><td>No rule matches it and no agent lists &#39;unknown&#39;.</td></tr>
            </tbody></table></section>
            </div>
            <footer>Red is the critical path, the dashed line the lower bound. Times count from the start of the schedule. Slack is how much later a task could finish without moving the makespan, every slot&#39;s order kept.</footer>

            """;
        var page = Page();
        Assert.That(page[page.IndexOf("<div class=\"columns\">", StringComparison.Ordinal)..page.IndexOf("<script type=\"application/json\"", StringComparison.Ordinal)], Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ToHtml_Schedule_IsAWholePage()
    {
        var page = Page();
        Assert.That(page, Does.StartWith("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Schedule: 4 tasks, 100 s</title>\n<style>\n")
            .And.Contain("</style>\n</head>\n<body>\n<header>").And.Contain("</script>\n<script>\n'use strict';\n(() => {\n").And.EndWith("})();\n</script>\n</body>\n</html>\n"));
    }

    [TestCase("gantt.css")]
    [TestCase("model.js")]
    [TestCase("draw.js")]
    [TestCase("marks.js")]
    [TestCase("act.js")]
    public void ToHtml_Schedule_HasItsStyleAndScripts(string name)
    {
        using var reader = new StreamReader(typeof(PlanWriter).Assembly.GetManifestResourceStream(name)!);
        Assert.That(Page(), Does.Contain(reader.ReadToEnd().ReplaceLineEndings("\n")));
    }

    [Test]
    public void ToHtml_OnlyAgent_IsExplainedSo() =>
        Assert.That(Scheduler.Schedule(Schedules.OfEveryKind().Plan, new ScheduleOptions { Selection = AgentSelection.EarliestFinish }).ToHtml(), Does.Contain("\"Only this agent may do it.\""));

    [Test]
    public void ToHtml_OptimalSchedule_SaysSo() => Assert.That(Schedules.Small().ToHtml(), Does.Contain("<div class=\"card good\"><b>optimal</b>gap</div>"));

    [Test]
    public void ToHtml_NothingToPay_HasNoCardOfCost()
    {
        var schedule = Scheduler.Schedule(Plans.Route([new TaskNode("t", "x")], [], [new Agent("a") { Types = ["x"] }]));
        Assert.That(schedule.ToHtml(), Does.Not.Contain("</b>cost").And.Not.Contain("</b>unscheduled").And.Not.Contain("<h2>Unscheduled").And.Contain("<h2>Without an estimate</h2><p>Taken as 1 s:</p><ul>\n<li>t</li>\n</ul></section>\n"));
    }

    [Test]
    public void ToHtml_EmptySchedule_HasNoPath() =>
        Assert.That(Scheduler.Schedule(Plans.Route([], [], [new Agent("a")])).ToHtml(), Does.Not.Contain("id=\"path\"").And.Contain("<script>"));

    [TestCase(500, false)]
    [TestCase(501, true)]
    public void ToHtml_ManyRows_AreCutWhereTheyAreTooMany(int count, bool isCut)
    {
        // A chain on one agent, and as many agents that do nothing.
        var tasks = Enumerable.Range(0, count).Select(i => new TaskNode($"t{i}", "x") { DependsOn = i == 0 ? [] : [$"t{i - 1}"] });
        var agents = Enumerable.Range(0, count).Select(i => new Agent($"a{i}") { Types = i == 0 ? ["x"] : [] });
        var page = Scheduler.Schedule(Plans.Route(tasks, [], agents)).ToHtml();
        Assert.That(
            (Regex.Count(page, "<tr( class=\"idle\")?><td class=\"name\""), Regex.Count(page, "data-step="), Regex.Count(page, "<li>t"),
                page.Contains("<tr><td colspan=\"4\">... 1 more</td></tr>\n", StringComparison.Ordinal), Regex.Count(page, "<li>\\.\\.\\. 1 more</li>\n"), Regex.Count(page, "\\.\\.\\. \\d+ more")),
            Is.EqualTo((500, 500, 500, isCut, isCut ? 2 : 0, isCut ? 3 : 0)));
    }

    [Test]
    public void ToHtml_ManyTasksLeftOver_AreCutInTheirTable()
    {
        var page = Scheduler.Schedule(Plans.Route(Enumerable.Range(0, 502).Select(i => new TaskNode($"t{i}", "y")), [], [new Agent("a")])).ToHtml();
        Assert.That(page, Does.Contain("<tr><td colspan=\"4\">... 2 more</td></tr>\n</tbody></table></section>\n</div>"));
    }

    [Test]
    public void ToHtml_TaskThatAnImprovementMoved_SaysSo() => Assert.That(Schedules.Improved().ToHtml(), Does.Contain("\"An improvement moved it to this agent.\""));

    private static string Page() => Schedules.OfEveryKind().ToHtml();
}
