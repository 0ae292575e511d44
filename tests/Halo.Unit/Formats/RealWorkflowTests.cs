using Halo.Formats;

namespace Halo.Unit.Formats;

/// <summary>Published workflows, each in YAML and as a list of its jobs.</summary>
[TestFixture, Category("RealData")]
public sealed class RealWorkflowTests
{
    // The runners as rules over what is read from the labels: nothing here looks at the label, except where it says nothing.
    private static readonly RoutingRule[] Rules =
    [
        Rule("ubuntu-latest", Linux("latest", "x64") & !When.Attribute("size").Exists()),
        Rule("ubuntu-24.04", Linux("24.04", "x64") & !When.Attribute("size").Exists()),
        Rule("ubuntu-slim", When.Attribute("os").Is("linux") & When.Attribute("size").Is("slim")),
        Rule("depot-ubuntu-24.04-8", Linux("24.04", "x64") & When.Attribute("size").Is(8)),
        Rule("depot-ubuntu-24.04-4", Linux("24.04", "x64") & When.Attribute("size").Is(4)),
        Rule("depot-ubuntu-22.04-16", Linux("22.04", "x64") & When.Attribute("size").Is(16)),
        Rule("depot-ubuntu-22.04-arm-4", Linux("22.04", "arm64") & When.Attribute("size").Is(4)),
        Rule("codspeed-macro", !When.Attribute("os").Exists() & When.Attribute("runner").Is("codspeed-macro")),
    ];

    [TestCase("cargo-main.yml", "cargo-main.jobs.json", 16)]
    [TestCase("ruff-ci.yaml", "ruff-ci.jobs.json", 30)]
    [TestCase("tokio-ci.yml", "tokio-ci.jobs.json", 45)]
    public void Load_WorkflowAndItsJobs_AreTheSameGraph(string yaml, string json, int jobs)
    {
        var folder = RealData.Folder("data", "github_actions");
        var (workflow, list) = (TaskFiles.Load(Path.Combine(folder, yaml)), TaskFiles.Load(Path.Combine(folder, json)));
        Assert.That(WorkflowTests.Describe(workflow), Is.EqualTo(WorkflowTests.Describe(list)));
        Assert.That(workflow.Graph.Count, Is.EqualTo(jobs));
    }

    [TestCase("cargo-main.yml", 14)]
    [TestCase("ruff-ci.yaml", 22)]
    [TestCase("tokio-ci.yml", 31)]
    public void Route_LiteralLabels_ReachTheirRunners(string yaml, int literals)
    {
        var graph = TaskFiles.Load(Path.Combine(RealData.Folder("data", "github_actions"), yaml)).Graph;
        var router = new HaloRouter(RuleSet.Create(Rules), AgentRegistry.Create(Rules.Select(rule => new Agent(rule.Agent))));
        var decisions = router.Route(graph).Decisions.ToDictionary(decision => decision.Task, decision => decision.Agent);
        var labels = Enumerable.Range(0, graph.Count).Select(task => (Id: graph.IdOf(task), Label: graph.AttributesOf(task).GetValueOrDefault("runner")))
            .Where(job => job.Label.TryGetString(out var label) && !label.Contains("${{", StringComparison.Ordinal)).ToList();
        Assert.That(labels.Select(job => $"{job.Id} {decisions[job.Id]}"), Is.EqualTo(labels.Select(job => $"{job.Id} {job.Label}")));
        Assert.That(labels, Has.Count.EqualTo(literals));
    }

    [TestCase("cargo-main.yml")]
    [TestCase("ruff-ci.yaml")]
    [TestCase("tokio-ci.yml")]
    public void Load_ExpressionsAsLabels_GiveNoSystem(string yaml)
    {
        var graph = TaskFiles.Load(Path.Combine(RealData.Folder("data", "github_actions"), yaml)).Graph;
        var expressions = Enumerable.Range(0, graph.Count).Select(graph.AttributesOf).Where(job => job.GetValueOrDefault("runner").TryGetString(out var label) && label.Contains("${{", StringComparison.Ordinal));
        Assert.That(expressions.Select(job => job.Keys.Intersect(["os", "arch", "version", "size"]).Count()), Is.Not.Empty.And.All.Zero);
    }

    private static Condition Linux(string version, string architecture) =>
        When.Attribute("os").Is("linux") & When.Attribute("version").Is(version) & When.Attribute("arch").Is(architecture);

    private static RoutingRule Rule(string runner, Condition condition) => new(runner, condition, runner);
}
