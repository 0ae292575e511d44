using System.CommandLine;

namespace Halo.Cli;

/// <summary>The arguments of every command that routes a graph.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string> _graph = new("GRAPH")
    {
        Description = "The tasks: a file of any known format, - for standard input, or a folder that holds graph.json, rules.json and agents.json.",
    };

    private readonly Option<string?> _rules = FileOption("--rules", "The rules. Default: rules.json of the folder; without a folder no rules, only capability.");
    private readonly Option<string?> _agents = FileOption("--agents", "The agents. Default: agents.json of the folder; without a folder the machines that the file of the tasks names.");

    private readonly Option<string[]> _available = new("--available")
    {
        HelpName = "NAMES",
        Description = "The agents that may be used, separated by commas; \"\" means none. Default: all.",
    };

    private readonly Option<CapacityMode> _capacity = Choice.Create(
        "--capacity",
        "What an agent's maxConcurrentTasks bounds: what runs at one time (concurrent), or its tasks in the whole graph (graph).",
        ("concurrent", CapacityMode.Concurrent),
        ("graph", CapacityMode.WholeGraph));

    private readonly Option<string?> _output = FileOption("--output", "Where to write; the file is replaced as a whole. Default: -, standard output.");

    public InputOptions() => RefuseOptions(_graph);

    /// <summary>An option that takes a file.</summary>
    public static Option<string?> FileOption(string name, string description) => new(name) { HelpName = "FILE", Description = description };

    /// <summary>Refuses a mistyped option in the place of a path, which the parser would take for one.</summary>
    public static void RefuseOptions<T>(Argument<T> path) => path.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: ['-', _, ..] value }]) result.AddError($"there is no option '{value}'; write ./{value} for a file of that name.");
    });

    public void AddArguments(Command command) => command.Add(_graph);

    public void AddOptions(Command command)
    {
        AddRoutingOptions(command);
        command.Add(_output);
    }

    /// <summary>The options of a command that writes no result of its own to a file.</summary>
    public void AddRoutingOptions(Command command)
    {
        command.Add(_rules);
        command.Add(_agents);
        command.Add(_available);
        command.Add(_capacity);
    }

    /// <exception cref="UsageException">The paths cannot be what is meant.</exception>
    public InputPaths PathsOf(ParseResult parsed) =>
        InputPaths.ForRouting(parsed.GetRequiredValue(_graph), parsed.GetValue(_rules), parsed.GetValue(_agents));

    public RouteOptions RouteOptionsOf(ParseResult parsed) => new()
    {
        Capacity = parsed.GetValue(_capacity),
        Available = parsed.GetValue(_available) is { Length: > 0 } lists
            ? [.. lists.SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
            : null,
    };

    /// <summary>The file to write; null for standard output.</summary>
    /// <exception cref="UsageException">The name is empty.</exception>
    public string? OutputOf(ParseResult parsed) => OutputOf(parsed, _output);

    /// <inheritdoc cref="OutputOf(ParseResult)"/>
    public static string? OutputOf(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) switch
    {
        "" => throw new UsageException($"{option.Name} is empty; give a file, or - for standard output."),
        "-" => null,
        var file => file,
    };
}
