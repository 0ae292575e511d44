namespace Halo.Unit.Reporting;

/// <summary>Graphs for other programs to draw, to the letter: tasks of every kind, dependencies and handovers.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class PictureTests
{
    [Test]
    public void ToDot_Schedule_IsTheContractToTheLetter()
    {
        const string Expected =
            """
            digraph plan {
              rankdir=LR;
              node [shape=box, style="rounded,filled", fontname="Helvetica,Arial,sans-serif", fontsize=11, margin="0.15,0.08"];
              edge [color="#888888", arrowsize=0.7];
              n0 [label="old\ncompleted", tooltip="It is completed and needs no agent.", fillcolor="#eeeeee", color="#bbbbbb", fontcolor="#777777"];
              n2 [label="b\nbuilder\n60 s to 90 s", tooltip="No rule decided; of the available agents with room that list 'build', 'builder' has the best success rate.", fillcolor="#fad1a8", color="#c4292e", penwidth=3];
              n4 [label="d\nqa\n0 s to 5 s", tooltip="Tests go to QA.", fillcolor="#afd1f4", color="#336ba3"];
              n5 [label="x\nunassigned", tooltip="No rule matches it and no agent lists 'unknown'.", style="rounded,filled,dashed", fillcolor="#ffffff", color="#d62728", fontcolor="#d62728", penwidth=1.5];
              n1 [label="a\nbuilder\n0 s to 60 s", tooltip="No rule decided; of the available agents with room that list 'build', 'builder' has the best success rate.", fillcolor="#fad1a8", color="#c4292e", penwidth=3];
              n3 [label="c\nqa\n90 s to 100 s", tooltip="Tests go to QA.", fillcolor="#afd1f4", color="#c4292e", penwidth=3];
              n0 -> n1;
              n2 -> n3 [color="#c4292e", penwidth=3];
              n1 -> n2 [color="#c4292e", penwidth=3, style=dashed, constraint=false];
              subgraph cluster_legend {
                label="Agents"; fontname="Helvetica,Arial,sans-serif"; fontsize=11; color="#cccccc"; style=rounded;
                legend0 [label="qa: 2 tasks, 7.5 % busy", fillcolor="#afd1f4", color="#336ba3"];
                legend1 [label="builder: 2 tasks, 90 % busy", fillcolor="#fad1a8", color="#af6b28"];
                legend2 [label="unscheduled: 1", style="rounded,filled,dashed", fillcolor="#ffffff", color="#d62728", fontcolor="#d62728", penwidth=1.5];
              }
            }

            """;
        Assert.That(Schedules.OfEveryKind().ToDot(), Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ToMermaid_Schedule_IsTheContractToTheLetter()
    {
        const string Expected =
            """
            flowchart LR
              classDef agent0 fill:#afd1f4,stroke:#336ba3,color:#000000
              classDef agent1 fill:#fad1a8,stroke:#af6b28,color:#000000
              classDef completed fill:#eeeeee,stroke:#bbbbbb,color:#777777
              classDef unassigned fill:#ffffff,stroke:#d62728,color:#d62728,stroke-width:2px,stroke-dasharray:6 4
              n0["old<br/>completed"]:::completed
              n2["b<br/>builder<br/>60 s to 90 s"]:::agent1
              style n2 stroke:#c4292e,stroke-width:4px
              n4["d<br/>qa<br/>0 s to 5 s"]:::agent0
              n5["x<br/>unassigned"]:::unassigned
              n1["a<br/>builder<br/>0 s to 60 s"]:::agent1
              style n1 stroke:#c4292e,stroke-width:4px
              n3["c<br/>qa<br/>90 s to 100 s"]:::agent0
              style n3 stroke:#c4292e,stroke-width:4px
              n0 --> n1
              n2 --> n3
              n1 -.-> n2
              linkStyle 1,2 stroke:#c4292e,stroke-width:4px

            """;
        Assert.That(Schedules.OfEveryKind().ToMermaid(), Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ToDot_PlanWithACompletedTask_ShowsItGreyAndCountsNobody()
    {
        var plan = Plans.Route([new TaskNode("old", "x") { Status = TaskNodeStatus.Completed }, new TaskNode("t", "x")], [], [new Agent("a") { Types = ["x"] }]);
        Assert.That(plan.ToDot(), Does.Contain("  n0 [label=\"old\\ncompleted\", tooltip=\"It is completed and needs no agent.\", fillcolor=\"#eeeeee\", color=\"#bbbbbb\", fontcolor=\"#777777\"];\n")
            .And.Contain("    legend0 [label=\"a: 1\", fillcolor=\"#afd1f4\", color=\"#336ba3\"];\n  }\n}\n").And.Not.Contain("legend1"));
    }

    [Test]
    public void ToMermaid_SlotThatPassesOnTwice_MarksBothArrows()
    {
        var plan = Plans.Route(Enumerable.Range(0, 3).Select(i => new TaskNode($"t{i}", "x") { Estimate = 1.Seconds() }), [], [new Agent("a") { Types = ["x"] }]);
        Assert.That(Scheduler.Schedule(plan).ToMermaid(), Does.EndWith("  n0 -.-> n1\n  n1 -.-> n2\n  linkStyle 0,1 stroke:#c4292e,stroke-width:4px\n"));
    }

    [Test]
    public void ToDot_EveryTaskScheduled_LegendHasOnlyAgents() => Assert.That(Schedules.Improved().ToDot(), Does.Contain("legend1").And.Not.Contain("legend2").And.Not.Contain("unscheduled"));

    [Test]
    public void ToMermaid_PlanWithoutPath_HasNoCriticalArrow() => Assert.That(Plans.Small().ToMermaid(), Does.Not.Contain("linkStyle").And.Not.Contain("style n"));

    [TestCase("qa", "qa: 1")]
    [TestCase("", "unassigned: 1")]
    public void ToDot_Plan_LegendCountsTasks(string agent, string expected) =>
        Assert.That(Plans.Small().ToDot(), Does.Contain($"[label=\"{expected}\", {(agent.Length > 0 ? "fillcolor=\"#afd1f4\"" : "style=\"rounded,filled,dashed\"")}"));
}
