using System.Text.Json;

namespace Halo.Unit.Cli;

[TestFixture, Category("Unit")]
public sealed class ExplainCommandTests
{
    [Test]
    public async Task Explain_TaskByRule_NamesTheRule()
    {
        var run = await CommandRun.Of("explain", CommandRun.Delivery, "checkout-load-test");
        Assert.That(run.Output, Does.StartWith("checkout-load-test -> deploy_agent, by rule cluster_load_tests\n"));
    }

    [Test]
    public async Task Explain_Json_HasTheContractsProperties()
    {
        var run = await CommandRun.Of("explain", CommandRun.Delivery, "checkout-load-test", "--format", "json");
        Assert.That(JsonDocument.Parse(run.Output).RootElement.EnumerateObject().Select(property => property.Name), Is.EqualTo(new[] { "task", "agent", "reason", "rule", "considered", "capability", "index" }));
    }

    [Test]
    public async Task Explain_UnknownTask_IsAFaultWithASuggestion()
    {
        var run = await CommandRun.Of("explain", CommandRun.Delivery, "releaseplan");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, $"{Path.Combine(CommandRun.Delivery, "graph.json")}: error HALO206: The graph has no task 'releaseplan'. Did you mean 'release-plan'?\n")));
    }

    [Test]
    public async Task Explain_UnknownTaskAndUnknownAgent_ReportsBoth()
    {
        var run = await CommandRun.Of("explain", CommandRun.Delivery, "nothing", "--available", "nobody");
        Assert.That(run.Error, Does.Contain("'nothing'").And.Contain("'nobody'"));
    }

    [Test]
    public async Task Explain_TaskNamedLikeAResponseFile_IsFound()
    {
        var run = await CommandRun.WithInput("""{"tasks":[{"id":"@scope/package","type":"libs"}]}""", "explain", "-", "@scope/package", "--agents", Path.Combine(CommandRun.Debian, "agents.json"));
        Assert.That(run.Output, Does.StartWith("@scope/package -> "));
    }

    [Test]
    public async Task Explain_TaskThatBeginsWithAHyphen_IsFoundBehindTwo()
    {
        var run = await CommandRun.WithInput("""{"tasks":[{"id":"--rules","type":"libs"}]}""", "explain", "--agents", Path.Combine(CommandRun.Debian, "agents.json"), "--", "-", "--rules");
        Assert.That(run.Output, Does.StartWith("--rules -> "));
    }

    [Test]
    public async Task Explain_Terminal_WritesColors()
    {
        var run = await CommandRun.Of(new MemoryStream(), ["explain", CommandRun.Delivery, "checkout-load-test"], colors: true);
        Assert.That(run.Output, Does.Contain("\u001b[").And.Contain("cluster_load_tests"));
    }
}
