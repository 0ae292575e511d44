using System.Text.Json;
using System.Text.RegularExpressions;
using Halo.Results;
using Halo.Unit.Browser;
using Halo.Unit.Results;

namespace Halo.Unit.Cli;

/// <summary>Whatever tasks, agents, rules and tests are named, nothing that a command writes moves a cursor or turns a text around.</summary>
[TestFixture, Category("Unit")]
public sealed class HostileOutputTests
{
    private const string Reversed = "\u202Egnp.exe";

    // A control sequence of one character, an alarm, a title for the window, a link, and what separates lines.
    private static readonly string[] Names = [.. HostileNames.All, "\u009b31m", "\a\b\0", "\u001b]0;title\u0007", "\u001b]8;;file:///\u001b\\x", "a\u2028b\u2029c", "\u2066x", "\ufeff", "100%", "*x*", "|"];

    private static readonly string[] Commands =
    [
        "route FOLDER",
        "route FOLDER --format json",
        "route FOLDER --format md",
        "route FOLDER --format mermaid",
        "route FOLDER --format dot",
        "explain FOLDER TASK",
        "explain FOLDER TASK --format json",
        "schedule FOLDER",
        "schedule FOLDER --explain TASK",
        "schedule FOLDER --format json",
        "schedule FOLDER --format mermaid",
        "schedule FOLDER --format dot",
        "run FOLDER --exec *=true --dry-run",
        "route FAULTY --agents AGENTS",
        "check FAULTY --agents AGENTS",
        "check FAULTY --agents AGENTS --format json",
        "check FAULTY --agents AGENTS --format sarif",
        "explain FOLDER NOTASK",
        "perf report RESULTS",
        "perf report RESULTS --format markdown",
        "perf report RESULTS --format html",
        "perf report RESULTS --format junit",
        "perf report RESULTS --format json",
        "perf compare RESULTS RESULTS",
        "perf compare RESULTS RESULTS --format markdown",
        "perf advise RESULTS",
    ];

    private TemporaryFolder _folder = null!;

    [OneTimeSetUp]
    public void WriteInputs()
    {
        _folder = new TemporaryFolder();
        string[] allowed = [.. Names.Where(name => TextRules.OfName(name) is null)];
        Write("graph.json", new { tasks = allowed.Select(name => new { id = name, type = name, attributes = new Dictionary<string, string> { [name] = name } }) });
        Write("agents.json", new { agents = allowed.Select(name => new { name, types = new[] { name } }) });
        Write("rules.json", new { rules = allowed.Select(name => new { id = name, when = new Dictionary<string, string> { [name] = name, ["type"] = name }, route = name, explanation = name }) });
        Write("faulty.json", new { tasks = Names.Select(name => new { id = "t" + name, type = name, dependsOn = new[] { name } }) });
        foreach (var attempt in Names.SelectMany(name => Attempts.Retried($"N.T(\"{name}\")", 1, [60, 61]).Select(attempt => attempt with { Message = name }))) PerfResults.Append(_folder.File("results"), attempt);
    }

    [OneTimeTearDown]
    public void TearDown() => _folder.Dispose();

    [TestCaseSource(nameof(Commands))]
    public async Task Command_HostileNames_WritesNoHiddenCharacter(string command)
    {
        var run = await Run(command);
        var isForPrograms = Regex.IsMatch(command, "--format (json|sarif|junit)");
        Assert.That((run.Output + run.Error).Where(c => IsControl(c) || (!isForPrograms && IsMark(c))), Is.Empty);
    }

    [TestCaseSource(nameof(Commands))]
    public async Task Command_HostileNames_AreToldOf(string command)
    {
        var run = await Run(command);
        Assert.That(run.Output + run.Error, Does.Contain("gnp.exe"));
    }

    private Task<CommandRun> Run(string command) => CommandRun.Of([.. command.Split(' ').Select(word => word switch
    {
        "FOLDER" => _folder.Path,
        "AGENTS" => _folder.File("agents.json"),
        "FAULTY" => _folder.File("faulty.json"),
        "RESULTS" => _folder.File("results"),
        "TASK" => Reversed,
        "NOTASK" => Reversed + "?",
        _ => word,
    })]);

    private void Write(string file, object content) => _folder.Write(file, JsonSerializer.Serialize(content));

    private static bool IsControl(char c) => c != '\n' && char.IsControl(c);

    // A list of its own: that of the code under test may be what is wrong. Programs are given names as they are.
    private static bool IsMark(char c) => c is '\u061c' or '\u200e' or '\u200f' or '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff';
}
