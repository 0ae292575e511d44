using System.CommandLine;

namespace Halo.Cli;

/// <summary><c>halo check</c>: finds every fault of the inputs, and what is valid but probably not intended.</summary>
internal sealed class CheckCommand : SubCommand
{
    private readonly Argument<string?> _path = new("PATH")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A folder that holds any of graph.json, rules.json and agents.json, one such file by any name, a file of tasks in any known format, or - for standard input. Default: the current folder, unless an option names a file.",
    };

    private readonly Option<string?> _rules = InputOptions.FileOption("--rules", "The rules, or - for standard input.");
    private readonly Option<string?> _agents = InputOptions.FileOption("--agents", "The agents, or - for standard input.");
    private readonly Option<string?> _graph = InputOptions.FileOption("--graph", "The tasks, in any known format, or - for standard input.");

    private readonly Option<CheckFormat> _format = Choice.Create(
        "--format", "How to write the faults.", ("text", CheckFormat.Text), ("json", CheckFormat.Json), ("sarif", CheckFormat.Sarif));

    public CheckCommand(CommandStreams streams)
        : base("check", "Finds every fault of graph, rule and agent files, and between them.", streams)
    {
        InputOptions.RefuseOptions(_path);
        Add(_path);
        Add(_rules);
        Add(_agents);
        Add(_graph);
        Add(_format);
    }

    public override string MoreHelp =>
        """
        Examples:
          halo check samples/delivery
          halo check rules.json
          halo check .github/workflows/ci.yml
          halo check --rules rules.json --agents agents.json
          halo check --graph samples/debian/graph-cyclic.json --format json
          halo check samples/delivery --format sarif > halo.sarif

        Exit codes:
          0  no faults; notes do not count
          1  an error or a warning
          2  the command line is wrong

        """;

    protected override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var inputs = new InputSet(Streams, cancellationToken);
        var given = new InputPaths(parsed.GetValue(_graph), parsed.GetValue(_rules), parsed.GetValue(_agents));
        inputs.Load(PathsOf(parsed.GetValue(_path), given.Checked(), inputs).Checked());
        inputs.Route(RouteOptions.Default);
        inputs.Lint();

        var format = parsed.GetValue(_format);
        var code = OutputTarget.Write(null, Streams, stream => CheckReport.Write(inputs, format, stream), cancellationToken);
        return code != ExitCodes.Ok || inputs.Faults.Any(fault => fault.Severity != DiagnosticSeverity.Info) ? ExitCodes.Fault : ExitCodes.Ok;
    }

    private static InputPaths PathsOf(string? path, InputPaths given, InputSet inputs)
    {
        if (path is null)
        {
            if (given != new InputPaths(null, null, null)) return given;
            path = ".";
        }

        return InputPaths.IsFolder(path) ? InFolder(path, given) : WithFile(path, given, inputs);
    }

    private static InputPaths InFolder(string folder, InputPaths given)
    {
        var paths = new InputPaths(
            given.Graph ?? Existing(folder, InputPaths.GraphName), given.Rules ?? Existing(folder, InputPaths.RulesName), given.Agents ?? Existing(folder, InputPaths.AgentsName));
        return paths != new InputPaths(null, null, null)
            ? paths
            : throw new UsageException($"'{folder}' holds none of {InputPaths.GraphName}, {InputPaths.RulesName} and {InputPaths.AgentsName}.");
    }

    private static string? Existing(string folder, string name) => Path.Combine(folder, name) is var file && File.Exists(file) ? file : null;

    private static InputPaths WithFile(string path, InputPaths given, InputSet inputs)
    {
        if (path == InputPaths.StandardInput && (given.Graph ?? given.Rules ?? given.Agents) == path) throw new UsageException("only one input can be -, standard input.");
        return FileKinds.Detect(path, inputs) switch
        {
            FileKind.Rules => given.Rules is null ? given with { Rules = path } : throw GivenTwice("rules", path, "--rules"),
            FileKind.Agents => given.Agents is null ? given with { Agents = path } : throw GivenTwice("agents", path, "--agents"),
            _ => given.Graph is null ? given with { Graph = path } : throw GivenTwice("tasks", path, "--graph"),
        };
    }

    private static UsageException GivenTwice(string what, string path, string option) =>
        new($"'{path}' holds {what}, and {option} names others; give one of them.");
}
