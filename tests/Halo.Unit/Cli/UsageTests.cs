namespace Halo.Unit.Cli;

[TestFixture, Category("Unit")]
public sealed class UsageTests
{
    [Test]
    public async Task NoArguments_ShowHelp_Exit2()
    {
        var run = await CommandRun.Of();
        Assert.That((run.ExitCode, run.Error.Contains("Commands:", StringComparison.Ordinal)), Is.EqualTo((2, true)));
    }

    [Test]
    public async Task UnknownCommand_IsNamedWithASuggestion()
    {
        var run = await CommandRun.Of("rout", "x");
        Assert.That(run, Is.EqualTo(new CommandRun(2, "", "halo: there is no command 'rout'. Did you mean 'route'?\nhalo: see 'halo --help'.\n")));
    }

    [Test]
    public async Task UnknownFormat_NamesTheFormats()
    {
        var run = await CommandRun.Of("route", CommandRun.Delivery, "--format", "xml");
        Assert.That(run, Is.EqualTo(new CommandRun(2, "", "halo: --format cannot be 'xml'; it is one of text, json, md, mermaid, dot.\nhalo: see 'halo route --help'.\n")));
    }

    [Test]
    public async Task UnknownOption_IsNamed()
    {
        var run = await CommandRun.Of("route", "--ruels");
        Assert.That((run.ExitCode, run.Error.Contains("there is no option '--ruels'", StringComparison.Ordinal)), Is.EqualTo((2, true)));
    }

    [Test]
    public async Task GraphFileWithoutAgents_NamesWhatIsMissing()
    {
        var graph = Path.Combine(CommandRun.Delivery, "graph.json");
        var run = await CommandRun.Of("route", graph);
        Assert.That(run, Is.EqualTo(new CommandRun(2, "", $"halo: --agents FILE is missing; '{graph}' names no machines, and only a folder brings its own agents.json.\nhalo: see 'halo route --help'.\n")));
    }

    [TestCase("route", "-", "--agents", "-")]
    [TestCase("route", "-", "--agents", "x", "--rules", "-")]
    [TestCase("explain", "-", "t", "--agents", "-")]
    [TestCase("check", "-", "--agents", "-")]
    [TestCase("check", "--graph", "-", "--agents", "-")]
    public async Task TwoHyphens_AreRefused(params string[] arguments)
    {
        var run = await CommandRun.Of(arguments);
        Assert.That((run.ExitCode, run.Error.Contains("only one input can be -", StringComparison.Ordinal)), Is.EqualTo((2, true)));
    }

    [TestCase("route", "")]
    [TestCase("route", "samples", "--agents", "")]
    [TestCase("route")]
    [TestCase("route", "a", "b")]
    [TestCase("explain", "a")]
    [TestCase("route", "x", "--agents", "a", "--output", "")]
    [TestCase("route", "x", "--capacity", "wave")]
    [TestCase("route", "x", "--available")]
    public async Task UnusableArguments_Exit2(params string[] arguments) => Assert.That((await CommandRun.Of(arguments)).ExitCode, Is.EqualTo(2));

    [TestCase("route")]
    [TestCase("explain")]
    [TestCase("check")]
    [TestCase("schedule")]
    public async Task Help_OfCommand_HasExamplesAndExitCodes(string command)
    {
        var run = await CommandRun.Of(command, "--help");
        Assert.That(run.Output, Does.Contain("Examples:").And.Contain($"halo {command} samples/").And.Contain("Exit codes:"));
    }

    [Test]
    public async Task Version_IsANumber() => Assert.That((await CommandRun.Of("--version")).Output, Does.Match(@"^\d+\.\d+\.\d+\n$"));

    [TestCase("1", null, false)]
    [TestCase("", "xterm", true)]
    [TestCase(null, "dumb", false)]
    [TestCase(null, null, true)]
    public void WantsColors_Environment_Decides(string? noColor, string? terminal, bool expected) =>
        Assert.That(Halo.Cli.CommandStreams.WantsColors(noColor, terminal), Is.EqualTo(expected));
}
