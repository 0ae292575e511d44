namespace Halo.Unit.Reporting;

/// <summary>Reports of plans: how rows are aligned, and what stands where there is no agent.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class PlanRowsTests
{
    [Test]
    public void ToText_PlanWithLongNamesAndACompletedTask_IsAligned()
    {
        var name = new string('n', 50);
        var plan = Plans.Route([new TaskNode(name, "x"), new TaskNode("b", "x") { Status = TaskNodeStatus.Completed }], [], [new Agent("agent") { Types = ["x"] }]);
        Assert.That(plan.ToText().Split('\n')[..9], Is.EqualTo(new[]
        {
            "2 tasks, 1 agent, 1 wave: 1 assigned, 1 completed, 0 unassigned",
            "",
            "Wave 1",
            $"  {name}  agent        No rule decided; of the available agents with room that list 'x', 'agent' has the best success rate.",
            $"  b{new string(' ', 47)}  (completed)  It is completed and needs no agent.",
            "",
            "Workload",
            "  agent  1 task",
            "",
        }));
    }

    [Test]
    public void ToText_PlanWithoutAssignments_SaysSo() =>
        Assert.That(Plans.Route([new TaskNode("a", "x"), new TaskNode("bcd", "x")], [], [new Agent("one")]).ToText(), Does.EndWith(
            "\nWorkload\n  No agent has a task.\n\nUnassigned\n  a    No rule matches it and no agent lists 'x'.\n  bcd  No rule matches it and no agent lists 'x'.\n"));

    [Test]
    public void ToMarkdown_CompletedTask_HasNoAgent() =>
        Assert.That(Plans.Route([new TaskNode("b", "x") { Status = TaskNodeStatus.Completed }], [], [new Agent("one")]).ToMarkdown(), Does.EndWith("| 1 | b | – | completed | It is completed and needs no agent. |\n"));
}
