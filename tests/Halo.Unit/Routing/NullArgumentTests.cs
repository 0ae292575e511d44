using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Halo.Unit.Routing;

/// <summary>A null that nobody may give is refused by its name, not met somewhere within.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class NullArgumentTests
{
    private static readonly AgentRegistry Agents = AgentRegistry.Create(new Agent("a") { Types = ["x"] });
    private static readonly TaskNode[] Tasks = [new TaskNode("t", "x")];

    [TestCaseSource(nameof(Calls))]
    public void PublicMember_NullArgument_IsRefusedByName(Action call, string name) =>
        Assert.That(() => call(), Throws.InstanceOf<ArgumentNullException>().With.Property(nameof(ArgumentException.ParamName)).EqualTo(name));

    private static IEnumerable<TestCaseData> Calls()
    {
        yield return Case(() => _ = new HaloRouter(null!, Agents), "rules", "HaloRouter");
        yield return Case(() => _ = new HaloRouter(RuleSet.Empty, null!), "agents", "HaloRouter");
        yield return Case(() => Router().Route((TaskGraph)null!), "graph", "HaloRouter.Route");
        yield return Case(() => Router().Route((IEnumerable<TaskNode>)null!), "tasks", "HaloRouter.Route");
        yield return Case(() => Router().AddRule(null!), "rule", "HaloRouter.AddRule");
        yield return Case(() => Router().ReplaceRule(null!), "rule", "HaloRouter.ReplaceRule");
        yield return Case(() => Router().RemoveRule(null!), "id", "HaloRouter.RemoveRule");
        yield return Case(() => Router().Follow(null!), "source", "HaloRouter.Follow");
        yield return Case(() => Plan().RouteAgain("t", null!), "without", "RoutingPlan.RouteAgain");
        yield return Case(() => Plan().Graph.TryGetIndex(null!, out _), "id", "TaskGraph.TryGetIndex");
        yield return Case(() => TaskEstimate.Of((IReadOnlyDictionary<string, TimeSpan>)null!), "timeByAgent", "TaskEstimate.Of");
        yield return Case(() => TaskEstimate.FromSeconds((IReadOnlyDictionary<string, double>)null!), "secondsByAgent", "TaskEstimate.FromSeconds");
        yield return Case(() => TaskGraph.Create(null!, Tasks, task => task, task => task), "vertices", "TaskGraph.Create");
        yield return Case(() => TaskGraph.Create(Tasks, (TaskNode[])null!, task => task, task => task), "edges", "TaskGraph.Create");
        yield return Case(() => TaskGraph.Create(Tasks, Tasks, null!, task => task), "source", "TaskGraph.Create");
        yield return Case(() => TaskGraph.Create(Tasks, Tasks, task => task, null!), "target", "TaskGraph.Create");
        yield return Case(() => TaskGraph.Create(Tasks, Tasks, task => task, task => task, null!), "task", "TaskGraph.Create");
        yield return Case(() => AgentRegistry.Create((IEnumerable<Agent>)null!), "agents", "AgentRegistry.Create");
        yield return Case(() => GraphLint.Find(null!), "graph", "GraphLint.Find");
        yield return Case(() => Scheduler.Schedule(null!), "plan", "Scheduler.Schedule");
        yield return Case(() => ((Schedule)null!).Improve(ImproveOptions.Default), "schedule", "ScheduleImprover.Improve");
        yield return Case(() => Scheduler.Schedule(Plan()).Improve(null!), "options", "ScheduleImprover.Improve");
        yield return Case(() => ((RoutingPlan)null!).WriteTo(TextWriter.Null, PlanFormat.Text), "plan", "PlanWriter.WriteTo");
        yield return Case(() => Plan().WriteTo((TextWriter)null!, PlanFormat.Text), "writer", "PlanWriter.WriteTo");
        yield return Case(() => ((RoutingPlan)null!).WriteTo(Stream.Null, PlanFormat.Json), "plan", "PlanWriter.WriteTo of a stream");
        yield return Case(() => Plan().WriteTo((Stream)null!, PlanFormat.Text), "stream", "PlanWriter.WriteTo of a stream");
        yield return Case(() => Plan().WriteTo((Stream)null!, PlanFormat.Json), "stream", "PlanWriter.WriteTo of JSON");
        yield return Case(() => ((Schedule)null!).WriteTo(TextWriter.Null, ScheduleFormat.Text), "schedule", "ScheduleWriter.WriteTo");
        yield return Case(() => Scheduler.Schedule(Plan()).WriteTo((TextWriter)null!, ScheduleFormat.Text), "writer", "ScheduleWriter.WriteTo");
        yield return Case(() => ((Schedule)null!).WriteTo(Stream.Null, ScheduleFormat.Json), "schedule", "ScheduleWriter.WriteTo of a stream");
        yield return Case(() => Scheduler.Schedule(Plan()).WriteTo((Stream)null!, ScheduleFormat.Json), "stream", "ScheduleWriter.WriteTo of a stream");
        yield return Case(() => ((Explanation)null!).ToText(), "explanation", "ExplanationWriter.ToText");
        yield return Case(() => ((Explanation)null!).ToJson(), "explanation", "ExplanationWriter.ToJson");
        yield return Case(() => ((ScheduleExplanation)null!).ToText(), "explanation", "ScheduleExplanationWriter.ToText");
        yield return Case(() => ((ScheduleExplanation)null!).ToJson(), "explanation", "ScheduleExplanationWriter.ToJson");
        yield return Case(() => ((IServiceCollection)null!).AddHaloRouting(RuleSet.Empty, Agents), "services", "AddHaloRouting");
        yield return Case(() => new ServiceCollection().AddHaloRouting((Action<HaloServiceOptions>)null!), "configure", "AddHaloRouting");
        yield return Case(() => new ServiceCollection().AddHaloRouting((IConfiguration)null!), "section", "AddHaloRouting");
        yield return Case(() => new ServiceCollection().AddHaloRouting(null!, Agents), "rules", "AddHaloRouting");
        yield return Case(() => new ServiceCollection().AddHaloRouting(RuleSet.Empty, null!), "agents", "AddHaloRouting");
    }

    private static HaloRouter Router() => new(RuleSet.Empty, Agents);

    private static RoutingPlan Plan() => Router().Route(Tasks);

    private static TestCaseData Case(Action call, string name, string member) => new TestCaseData(call, name).SetArgDisplayNames(member, name);
}
