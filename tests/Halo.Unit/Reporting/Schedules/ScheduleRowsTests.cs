namespace Halo.Unit.Reporting;

/// <summary>Text reports of schedules: which rows they show, and how they are aligned.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ScheduleRowsTests
{
    [Test]
    public void ToText_ScheduleOfEveryKind_IsAligned()
    {
        const string Expected =
            """
            6 tasks: 4 scheduled on 2 of 3 agents, 1 completed, 1 unscheduled

            Makespan     100 s
            Lower bound  90 s
            Gap          11.1 % at most
            Cost         1

                       0                1 min
            qa      0  │                        ┣━┫
            builder 0  ┣a━━━━━━━━━━━━━━┫┣b━━━━━┫

            Critical path, 3 tasks
              a  builder  at 0 s for 60 s
              b  builder  at 60 s for 30 s
              c  qa       at 90 s for 10 s

            Agents
              qa       ██░░░░░░░░░░░░░░░░░░    7.5 %  2 tasks, 15 s of work
              builder  ██████████████████░░     90 %  2 tasks, 90 s of work

            Unscheduled
              x  No rule matches it and no agent lists 'unknown'.

            """;
        Assert.That(Schedules.OfEveryKind().ToText(40), Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    [TestCase(30, "0-29")]
    [TestCase(31, "0-14|... 1 more|16-30")]
    [TestCase(40, "0-14|... 10 more|25-39")]
    public void ToText_LongCriticalPath_ShowsItsEnds(int count, string expected)
    {
        var tasks = Enumerable.Range(0, count).Select(i => new TaskNode($"t{i}", "x") { DependsOn = i == 0 ? [] : [$"t{i - 1}"], Estimate = 1.Seconds() });
        var rows = Section(Scheduler.Schedule(Plans.Route(tasks, [], [new Agent("a") { Types = ["x"] }])).ToText(), $"Critical path, {count} tasks");
        Assert.That(rows.Select(row => row.StartsWith("  t", StringComparison.Ordinal) ? row.Trim().Split(' ')[0][1..] : row.Trim()), Is.EqualTo(expected.Split('|').SelectMany(Expand)));

        static IEnumerable<string> Expand(string part) => part.Split('-') is [var from, var to]
            ? Enumerable.Range(int.Parse(from, null), int.Parse(to, null) - int.Parse(from, null) + 1).Select(i => $"{i}")
            : [part];
    }

    [TestCase(30, 0)]
    [TestCase(31, 1)]
    [TestCase(33, 3)]
    public void ToText_ManyAgents_ShowsTheBusiestInTheirOrder(int count, int left)
    {
        // The agents at the front do least.
        var tasks = Enumerable.Range(0, count).Select(i => new TaskNode($"t{i}", $"x{i}") { Estimate = (i + 1).Seconds() });
        var rows = Section(Scheduler.Schedule(Plans.Route(tasks, [], Enumerable.Range(0, count).Select(i => new Agent($"a{i}") { Types = [$"x{i}"] }))).ToText(), "Agents");
        string[] expected = [.. Enumerable.Range(left, 30).Select(i => $"a{i}"), .. left > 0 ? [$"... {left} that do less"] : Array.Empty<string>()];
        Assert.That(rows.Select(row => row.StartsWith("  a", StringComparison.Ordinal) ? row.Trim().Split(' ')[0] : row.Trim()), Is.EqualTo(expected));
    }

    [TestCase(30, 0)]
    [TestCase(31, 1)]
    public void ToText_ManyUnscheduledTasks_ShowsTheFirst(int count, int left)
    {
        var rows = Section(Scheduler.Schedule(Plans.Route(Enumerable.Range(0, count).Select(i => new TaskNode($"t{i}", "y")), [], [new Agent("a")])).ToText(), "Unscheduled");
        string[] expected = [.. Enumerable.Range(0, 30).Select(i => $"  {$"t{i}",-3}  No rule matches it and no agent lists 'y'."), .. left > 0 ? [$"  ... {left} more"] : Array.Empty<string>()];
        Assert.That(rows, Is.EqualTo(expected));
    }

    [TestCase(12, "12 tasks without an estimate, taken as 1 s: t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11")]
    [TestCase(13, "13 tasks without an estimate, taken as 1 s: t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11 and 1 more")]
    public void ToText_TasksWithoutEstimate_NamesTheFirst(int count, string expected)
    {
        var text = Scheduler.Schedule(Plans.Route(Enumerable.Range(0, count).Select(i => new TaskNode($"t{i}", "x")), [], [new Agent("a") { Types = ["x"] }])).ToText();
        Assert.That(text, Does.EndWith($"\n\n{expected}\n"));
    }

    [Test]
    public void ToText_TasksLeftOver_HaveTheirReasons()
    {
        var plan = Plans.Route(
            [new TaskNode("a", "x"), new TaskNode("b", "x"), new TaskNode("c", "x") { DependsOn = ["b"] }], [], [new Agent("one") { Types = ["x"], SuccessRate = 0.9 }],
            new RouteOptions { Capacity = CapacityMode.WholeGraph });
        var full = Section(Scheduler.Schedule(plan, new ScheduleOptions { Selection = AgentSelection.EarliestFinish }).ToText(), "Unscheduled");
        var unsuccessful = Section(Scheduler.Schedule(plan, new ScheduleOptions { Selection = AgentSelection.EarliestFinish, MinSuccessRate = 0.95 }).ToText(), "Unscheduled");
        Assert.That(full, Is.EqualTo(new[] { "  a  Every agent that may do it has as many tasks as it takes.", "  c  Every agent that may do it has as many tasks as it takes." }));
        Assert.That(unsuccessful[0], Is.EqualTo("  a  No agent that may do it has a success rate of 0.95."));
    }

    [Test]
    public void ToText_EmptySchedule_HasOnlyItsFigures() =>
        Assert.That(Scheduler.Schedule(Plans.Route([], [], [new Agent("a")])).ToText(),
            Is.EqualTo("0 tasks: 0 scheduled on 0 of 1 agent, 0 unscheduled\n\nMakespan     0 s\nLower bound  0 s\nGap          none: no schedule is shorter\n"));

    [Test]
    public void ToText_NothingTakesTime_HasAnAxisOfOneTick()
    {
        var plan = Plans.Route([new TaskNode("t", "x") { Estimate = 0.Seconds() }], [], [new Agent("a") { Types = ["x"] }]);
        Assert.That(Scheduler.Schedule(plan).ToText(40).Split('\n')[5..8], Is.EqualTo(new[] { "", "     0", "a 0  ┃" }));
    }

    [Test]
    public void ToText_Axis_HasATickForEveryTwelveColumns()
    {
        var plan = Plans.Route([new TaskNode("t", "x") { Estimate = 60.Seconds() }], [], [new Agent("a") { Types = ["x"] }]);
        Assert.That(Scheduler.Schedule(plan).ToText(42).Split('\n')[6], Is.EqualTo("     0           20 s        40 s"));
    }

    [TestCase(10.95, "     0                              10 s")]
    [TestCase(10.6, "     0")]
    public void ToText_LastTick_IsThereWhereItsLabelFits(double seconds, string axis)
    {
        var plan = Plans.Route([new TaskNode("t", "x") { Estimate = seconds.Seconds() }], [], [new Agent("a") { Types = ["x"] }]);
        Assert.That(Scheduler.Schedule(plan).ToText(40).Split('\n')[6], Is.EqualTo(axis));
    }

    [Test]
    public void ToText_FirstAgentIdle_NamesTheSecond()
    {
        var plan = Plans.Route([new TaskNode("long", "x") { Estimate = 1.Seconds() }, new TaskNode("b", "x") { DependsOn = ["long"], Estimate = 1.Seconds() }], [], [new Agent("idle"), new Agent("me") { Types = ["x"] }]);
        var text = Scheduler.Schedule(plan).ToText(40);
        Assert.That((text.Split('\n')[7][..6], Section(text, "Critical path, 2 tasks")), Is.EqualTo(("me 0  ", new[] { "  long  me  at 0 s for 1 s", "  b     me  at 1 s for 1 s" })));
    }

    [Test]
    public void ToText_SeveralSlots_NamesTheAgentOnce()
    {
        var tasks = Enumerable.Range(0, 11).Select(i => new TaskNode($"t{i}", "x") { Estimate = 1.Seconds() });
        var lines = Scheduler.Schedule(Plans.Route(tasks, [], [new Agent("agent") { Types = ["x"], MaxConcurrentTasks = 11 }])).ToText(40).Split('\n');
        Assert.That(lines[7..18].Select(line => line[..8]), Is.EqualTo(Enumerable.Range(0, 11).Select(i => $"{(i == 0 ? "agent" : ""),-5}{i,3}")));
    }

    private static string[] Section(string text, string heading) =>
        [.. text.Split('\n').SkipWhile(line => line != heading).Skip(1).TakeWhile(line => line.Length > 0)];
}
