namespace Halo.Unit.Reporting;

/// <summary>Explanations in words, to the letter.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ExplanationTextTests
{
    private static readonly Agent[] Agents = [new Agent("slow") { Types = ["x"], Cost = 1 }, new Agent("quick") { Types = ["x"], Speed = 2, Cost = 2.5 }];

    [Test]
    public void ToText_ScheduledTask_ListsItsCandidates()
    {
        const string Expected =
            """
            b -> slow, slot 0, from 0 s to 4 s
            'b' starts at once, at 0 s. Of 2 agents 'slow' finishes it first, at 4 s.
            It could finish 1 s later without moving the makespan.

            Agents that may do it, as they stood when it was placed
                     takes  start  finish  cost  work a slot
              slow     4 s    0 s     4 s     1          4 s  chosen
              quick    2 s    5 s     7 s   2.5          7 s

            """;
        Assert.That(EarliestFinish(Task("a", 10), Task("b", 4)).Explain("b").ToText(), Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ToText_FullAgent_IsCalledSo()
    {
        var plan = Plans.Route([Task("a", 10), Task("b", 4)], [], Agents, new RouteOptions { Capacity = CapacityMode.WholeGraph });
        var lines = Scheduler.Schedule(plan, new ScheduleOptions { Selection = AgentSelection.EarliestFinish }).Explain("b").ToText().Split('\n');
        Assert.That(lines[6..8], Is.EqualTo(new[] { "  slow     4 s    0 s     4 s     1          4 s  chosen", "  quick    2 s    5 s     7 s   2.5          7 s  full" }));
    }

    [Test]
    public void ToText_PlansAgent_HasNoCandidates() =>
        Assert.That(Schedules.OfEveryKind().Explain("d").ToText(), Is.EqualTo("d -> qa, slot 0, from 0 s to 5 s\n'd' starts at once, at 0 s. The plan gives it to 'qa'.\nIt could finish 85 s later without moving the makespan.\n"));

    [Test]
    public void ToString_TaskBehindAnotherOnItsSlot_NamesIt() => Assert.That(Schedules.OfEveryKind().Explain("b").ToString(), Does.StartWith("'b' starts when 'a' ends, at 60 s."));

    [Test]
    public void ToString_TaskThatWaitsForNoTask_SaysThatItsSlotIsFreeThen()
    {
        var explanation = Schedules.OfEveryKind().Explain("d") with { Task = new ScheduledTask("d", "qa", 0, 1.5.Seconds(), 2.Seconds()) };
        Assert.That(explanation.ToString(), Does.StartWith("'d' starts when its slot is free, at 1.5 s."));
    }

    [Test]
    public void ToJson_ScheduledTask_IsTheContractToTheLetter()
    {
        const string Expected =
            """
            {
              "task": "b",
              "agent": "slow",
              "slot": 0,
              "start": 0,
              "finish": 4,
              "slack": 1,
              "selection": "earliestFinish",
              "explanation": "'b' starts at once, at 0 s. Of 2 agents 'slow' finishes it first, at 4 s.",
              "candidates": [
                {
                  "agent": "slow",
                  "seconds": 4,
                  "start": 0,
                  "finish": 4,
                  "cost": 1,
                  "load": 4,
                  "hasRoom": true
                },
                {
                  "agent": "quick",
                  "seconds": 2,
                  "start": 5,
                  "finish": 7,
                  "cost": 2.5,
                  "load": 7,
                  "hasRoom": true
                }
              ]
            }

            """;
        Assert.That(EarliestFinish(Task("a", 10), Task("b", 4)).Explain("b").ToJson(), Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    [Test]
    public void Explain_TaskThatAnImprovementMoved_SaysSo()
    {
        var improved = Schedules.Improved();
        var moved = improved.Tasks.Select(task => improved.Explain(task.Task)).First(explanation => explanation.WasImproved);
        Assert.That((moved.ToString().EndsWith($"An improvement moved it to '{moved.Task.Agent}'.", StringComparison.Ordinal), moved.ToJson().Contains("\"improved\": true", StringComparison.Ordinal)), Is.EqualTo((true, true)));
    }

    [Test]
    public void ToText_RulesOfDifferentWidth_AreAligned()
    {
        const string Expected =
            """
            t has no agent
            Every available agent that could take it is full.

            Rules, best first
              100  a        matches, but one is full
                7  longer   needs size >= 5; its size is 3
                0  negated  needs not (size < 9); its size is 3

            Agents that list its type, best first
              two         90 %  0 tasks before it  not available
              longest     50 %  0 tasks before it  not available

            """;
        var plan = Plans.Route(
            [new TaskNode("s", "x"), new TaskNode("t", "x") { Attributes = new Dictionary<string, AttributeValue> { ["size"] = 3 } }],
            [
                new RoutingRule("a", When.Always, "one", 100),
                new RoutingRule("longer", When.Attribute("size").AtLeast(5), "one", 7),
                new RoutingRule("negated", !When.Attribute("size").LessThan(9), "one"),
            ],
            [new Agent("one"), new Agent("two") { Types = ["x"], SuccessRate = 0.9 }, new Agent("longest") { Types = ["x"] }],
            new RouteOptions { Capacity = CapacityMode.WholeGraph, Available = ["one"] });
        Assert.That(plan.Explain("t").ToText(), Does.StartWith(Expected.ReplaceLineEndings("\n")));
    }

    [Test]
    public void RulesHeading_OfADecision_SaysWhichRulesFollow()
    {
        var rule = new RoutingRule("r", When.Always, "a");
        string[] headings =
        [
            ExplanationReport.RulesHeading(new TaskDecision("t", null, DecisionReason.NoMatch, null, false)),
            ExplanationReport.RulesHeading(new TaskDecision("t", "a", DecisionReason.Rule, rule, true)),
            ExplanationReport.RulesHeading(new TaskDecision("t", "a", DecisionReason.Rule, rule, false)),
        ];
        Assert.That(headings, Is.EqualTo(new[] { "Rules, best first", "The other rules, best first", "Better rules, best first" }));
    }

    private static TaskNode Task(string id, double seconds) => new(id, "x") { Estimate = seconds.Seconds() };

    private static Schedule EarliestFinish(params TaskNode[] tasks) =>
        Scheduler.Schedule(Plans.Route(tasks, [], Agents), new ScheduleOptions { Selection = AgentSelection.EarliestFinish });
}
