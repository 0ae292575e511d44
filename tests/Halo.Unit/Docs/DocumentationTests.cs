using System.Text.RegularExpressions;
using Halo.Formats;
using Halo.Unit.Cli;

namespace Halo.Unit.Docs;

/// <summary>What README and docs show is compiled, run and compared.</summary>
[TestFixture, Category("Unit"), NonParallelizable]
public sealed class DocumentationTests
{
    private static readonly string[] Pages =
        ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(page => Path.GetRelativePath(Repository.Root, page)).Order(StringComparer.Ordinal)];

    private static readonly string[] SnippetFiles = ["tests/Halo.Unit/Docs/Snippets.cs", "tests/Halo.Unit/Routing/QuikGraph/QuikGraphSnippets.cs"];

    [TestCaseSource(nameof(Pages))]
    public void Page_EachCSharpBlock_StandsInTheSnippets(string page) =>
        Assert.That(Blocks(page, "csharp").Select(WithoutUsings), Is.EqualTo(SnippetFiles.SelectMany(file => SnippetBlocks(file, page))));

    [TestCaseSource(nameof(Pages))]
    public void Page_EachLink_LeadsToAFile(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        var targets = Regex.Matches(Text(page), @"\]\((?!http)([^)#]+)").Select(match => Path.Combine(folder, match.Groups[1].Value));
        Assert.That(targets.Where(target => !File.Exists(target) && !Directory.Exists(target)), Is.Empty);
    }

    [Test]
    public void RulesPage_JsonExample_IsAValidRuleFile() =>
        Assert.That(RuleFile.Parse(Blocks("docs/rules.md", "json").Single()), Has.Count.EqualTo(1));

    [Test]
    public void RulesPage_CodeExample_MakesTwoRules() => Assert.That(Snippets.RulesInCode(), Has.Count.EqualTo(2));

    [Test]
    public void RoutingPage_CodeExample_FollowsTheFile()
    {
        var router = new HaloRouter(RuleSet.Empty, AgentFile.Load(Path.Combine(CommandRun.Delivery, "agents.json")));
        router.ReplaceAgents(AgentRegistry.Create([.. router.Agents, new Agent("big_builder")]));
        Snippets.ChangesWhileRouting(router, Path.Combine(CommandRun.Delivery, "rules.json"));
        Assert.That(router.Rules, Has.Count.EqualTo(35));
    }

    [Test]
    public void Readme_LibraryExample_PrintsWhatThePageShows() => Assert.That(Blocks("README.md", "text"), Has.Member(Printed(Snippets.LibraryExample)));

    [Test]
    public async Task ExecutionPage_CodeExample_PrintsWhatThePageShows()
    {
        var agents = AgentRegistry.Create(new Agent("builder") { Types = ["compile"] }, new Agent("qa") { Types = ["test"] });
        var plan = new HaloRouter(RuleSet.Empty, agents).Route([new TaskNode("compile", "compile"), new TaskNode("test", "test") { DependsOn = ["compile"] }]);
        var printed = new StringWriter();
        var console = Console.Out;
        Console.SetOut(printed);
        try
        {
            await Snippets.RunAPlan(plan);
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.That(Blocks("docs/execution.md", "text"), Has.Member(printed.ToString().ReplaceLineEndings("\n").TrimEnd()));
    }

    [TestCase("README.md", "route samples/delivery")]
    [TestCase("README.md", "explain samples/delivery checkout-load-test")]
    [TestCase("README.md", "schedule samples/debian --select earliest-finish")]
    [TestCase("docs/schedules.md", "schedule samples/formats/job-shop.json")]
    [TestCase("docs/schedules.md", "schedule samples/debian --what-if all")]
    [TestCase("docs/schedules.md", "schedule samples/formats/job-shop.json --explain j1.1 --select earliest-finish")]
    public async Task Page_Command_PrintsWhatThePageShows(string page, string command)
    {
        var run = await CommandRun.Of([.. command.Split(' ').Select(word => word.StartsWith("samples", StringComparison.Ordinal) ? Path.Combine(Repository.Root, word) : word)]);
        var printed = run.Output.ReplaceLineEndings("\n").TrimEnd();

        // The page may leave lines out, where it says so.
        var pattern = Regex.Escape(BlockBehind(page, $"-- {command}\n")).Replace("\\.\\.\\.", ".*", StringComparison.Ordinal);
        Assert.That(printed, Does.Match($"(?s)^{pattern}$"));
    }

    [Test]
    public void SchedulesPage_CodeExample_ImprovesAndDraws()
    {
        var plan = new HaloRouter(RuleSet.Empty, AgentRegistry.Create(new Agent("one") { Types = ["x"], MaxConcurrentTasks = 2 }))
            .Route([.. new[] { 3, 3, 2, 2, 2 }.Select((seconds, i) => new TaskNode($"t{i}", "x") { Estimate = seconds.Seconds() })]);
        using var page = new MemoryStream();
        Assert.That((Snippets.ScheduleAPlan(plan, page).Makespan.TotalSeconds, page.Length > 0), Is.EqualTo((6, true)));
    }

    [TestCase("route samples/formats/job-shop.json")]
    public async Task FormatsPage_Command_PrintsWhatThePageShows(string command)
    {
        var run = await CommandRun.Of([.. command.Split(' ').Select(word => word.StartsWith("samples", StringComparison.Ordinal) ? Path.Combine(Repository.Root, word) : word)]);
        Assert.That((run.ExitCode, run.Output.TrimEnd()), Is.EqualTo((0, BlockBehind("docs/formats.md", $"halo {command}\n"))));
    }

    [Test]
    public void FormatsPage_Table_ListsEveryFormat() =>
        Assert.That(TaskFiles.Formats.Where(format => !Text("docs/formats.md").Contains(format.Split(" 1.5")[0], StringComparison.Ordinal)), Is.Empty);

    [TestCase("perf report samples/perf --compare-with samples/perf/perf-baseline.json", 0)]
    [TestCase("perf compare samples/perf/perf-baseline.json samples/perf", 1)]
    [TestCase("perf gate samples/perf --baseline samples/perf/perf-baseline.json", 1)]
    public async Task ResultsPage_Command_PrintsWhatThePageShows(string command, int exitCode)
    {
        var run = await CommandRun.Of([.. command.Split(' ').Select(word => word.StartsWith("samples", StringComparison.Ordinal) ? Path.Combine(Repository.Root, word) : word)]);
        Assert.That((run.ExitCode, run.Output.TrimEnd()), Is.EqualTo((exitCode, BlockBehind("docs/performance-results.md", $"halo {command}\n"))));
    }

    /// <summary>The blocks of a page in a language, in their order.</summary>
    internal static List<string> Blocks(string page, string language) =>
        [.. Regex.Matches(Text(page), $"```{language}\n(.*?)\n```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];

    /// <summary>What an example writes to the console.</summary>
    internal static string Printed(Action example)
    {
        var printed = new StringWriter();
        var console = Console.Out;
        Console.SetOut(printed);
        try
        {
            example();
        }
        finally
        {
            Console.SetOut(console);
        }

        return printed.ToString().ReplaceLineEndings("\n").TrimEnd();
    }

    // A snippet is the body of a method; tools/check-packages compiles the example of README with its own using, and no other.
    private static string WithoutUsings(string block) => Regex.Replace(block, @"\A(using [\w.]+;\n)+\n", "");

    private static string BlockBehind(string page, string text)
    {
        var behind = Text(page)[Text(page).IndexOf(text, StringComparison.Ordinal)..];
        return Regex.Match(behind, "```text\n(.*?)\n```", RegexOptions.Singleline).Groups[1].Value;
    }

    private static IEnumerable<string> SnippetBlocks(string file, string page)
    {
        var blocks = Regex.Matches(Text(file), $"// Block: {Regex.Escape(page)}\n(.*?)\n *// End", RegexOptions.Singleline);
        return blocks.Select(match => string.Join('\n', match.Groups[1].Value.Split('\n').Select(line => line.Length >= 8 ? line[8..] : line)));
    }

    private static string Text(string page) => File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n");
}
