namespace Halo.Unit.Reporting;

[TestFixture, Category("Unit")]
public sealed class PlanWriterTests
{
    [Test]
    public void ToText_SmallPlan_IsAligned()
    {
        const string Expected =
            """
            3 tasks, 2 agents, 2 waves: 2 assigned, 1 unassigned

            Wave 1
              t0  qa      Tests go to QA.
              t9  (none)  No rule matches it and no agent lists 'unknown'.

            Wave 2
              t1  builder  No rule decided; of the available agents with room that list 'build', 'builder' has the best success rate.

            Workload
              qa       1 task
              builder  1 task

            Unassigned
              t9  No rule matches it and no agent lists 'unknown'.

            """;
        Assert.That(Plans.Small().ToText(), Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ToMarkdown_SmallPlan_IsATable()
    {
        const string Expected =
            """
            3 tasks, 2 agents, 2 waves: 2 assigned, 1 unassigned

            | Wave | Task | Agent | Reason | Why |
            | ---: | --- | --- | --- | --- |
            | 1 | t0 | qa | rule | Tests go to QA. |
            | 1 | t9 | – | **noMatch** | No rule matches it and no agent lists 'unknown'. |
            | 2 | t1 | builder | capability | No rule decided; of the available agents with room that list 'build', 'builder' has the best success rate. |

            """;
        Assert.That(Plans.Small().ToMarkdown(), Is.EqualTo(Expected.ReplaceLineEndings("\n")));
    }

    [Test]
    public void ToMermaid_SmallPlan_HasNodesByAgentAndArrows()
    {
        Assert.That(Plans.Small().ToMermaid(), Does.StartWith("flowchart LR\n")
            .And.Contain("  n0[\"t0<br/>qa\"]:::agent0\n")
            .And.Contain("  n1[\"t1<br/>builder\"]:::agent1\n")
            .And.Contain("  n2[\"t9<br/>noMatch\"]:::unassigned\n")
            .And.EndWith("  n0 --> n1\n"));
    }

    [Test]
    public void ToMermaid_UnassignedTask_IsDashed() => Assert.That(Plans.Small().ToMermaid(), Does.Contain("classDef unassigned").And.Contain("stroke-dasharray"));

    [Test]
    public void ToDot_SmallPlan_HasNodesArrowsAndLegend()
    {
        Assert.That(Plans.Small().ToDot(), Does.StartWith("digraph plan {\n")
            .And.Contain("  n0 [label=\"t0\\nqa\", tooltip=\"Tests go to QA.\", fillcolor=")
            .And.Contain("  n0 -> n1;\n")
            .And.Contain("legend0 [label=\"qa: 1\"")
            .And.EndWith("}\n"));
    }

    [Test]
    public void ToMermaid_MoreAgentsThanColors_UsesThemAgain()
    {
        var agents = Enumerable.Range(0, 40).Select(i => new Agent($"agent{i}") { Types = [$"type{i}"] });
        var plan = Plans.Route(Enumerable.Range(0, 40).Select(i => new TaskNode($"t{i}", $"type{i}")), [], agents);
        var classes = AgentColors.Palette.Count;
        Assert.That(plan.ToMermaid(), Does.Contain($"agent0 fill").And.Not.Contain($"classDef agent{classes} ").And.Contain($"n{classes}[\"t{classes}<br/>agent{classes}\"]:::agent0\n"));
    }

    [Test]
    public void WriteTo_EmptyGraph_Works([Values] PlanFormat format)
    {
        using var writer = new StringWriter();
        Plans.Route([], [], [new Agent("a")]).WriteTo(writer, format);
        Assert.That(writer.ToString(), Does.EndWith("\n"));
    }

    [Test]
    public void WriteTo_LongChain_NeedsNoRecursion([Values] PlanFormat format)
    {
        const int Length = 100_000;
        var chain = Enumerable.Range(0, Length).Select(i => new TaskNode($"t{i}", "x") { DependsOn = i == 0 ? [] : [$"t{i - 1}"] });
        Assert.That(() => Plans.Route(chain, [], [new Agent("a") { Types = ["x"] }]).WriteTo(Stream.Null, format), Throws.Nothing);
    }

    [Test]
    public void WriteTo_Stream_HasNoByteOrderMark([Values] PlanFormat format)
    {
        using var stream = new MemoryStream();
        Plans.Small().WriteTo(stream, format);
        Assert.That(stream.ToArray()[0], Is.LessThan(0x80));
    }

    [Test]
    public void WriteTo_Twice_IsEqual([Values] PlanFormat format)
    {
        using var first = new StringWriter();
        using var second = new StringWriter();
        Plans.Small().WriteTo(first, format);
        Plans.Small().WriteTo(second, format);
        Assert.That(second.ToString(), Is.EqualTo(first.ToString()));
    }

    [Test]
    public void WriteTo_UnknownFormat_Throws() =>
        Assert.That(() => Plans.Small().WriteTo(TextWriter.Null, (PlanFormat)99), Throws.TypeOf<ArgumentOutOfRangeException>());
}
