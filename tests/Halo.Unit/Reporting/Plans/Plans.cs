namespace Halo.Unit.Reporting;

/// <summary>Small plans that the tests of reports look at.</summary>
internal static class Plans
{
    public static readonly string[] HostileTexts =
        ["a\"b", "x|y", "<script>alert(1)</script>", "first\u2028second", "\u200b[31mred", "`code`", "back\\slash", "%%{init: {}}%%", "a]:::unassigned", "n0 --> n1", "{{x}}", "#quot;", "&lt;", "[link](http://x)", "\u202Eevil", "$$x$$"];

    /// <summary>A task by rule, one by capability and one that nobody takes.</summary>
    public static RoutingPlan Small() => Route(
        [new TaskNode("t0", "test"), new TaskNode("t1", "build") { DependsOn = ["t0"] }, new TaskNode("t9", "unknown")],
        [new RoutingRule("r1", When.Type("test"), "qa", 5, "Tests go to QA.")],
        [new Agent("qa"), new Agent("builder") { Types = ["build"] }]);

    /// <summary>Two tasks with that id, agent name, rule id and explanation: one assigned before one that is not.</summary>
    public static RoutingPlan Hostile(string text) => Route(
        [new TaskNode(text, "test"), new TaskNode(text + "2", text) { DependsOn = [text] }],
        [new RoutingRule(text, When.Type("test"), text, 0, text)],
        [new Agent(text)]);

    public static RoutingPlan Route(IEnumerable<TaskNode> tasks, IEnumerable<RoutingRule> rules, IEnumerable<Agent> agents, RouteOptions? options = null) =>
        new HaloRouter(RuleSet.Create(rules), AgentRegistry.Create(agents)).Route(tasks, options);
}
