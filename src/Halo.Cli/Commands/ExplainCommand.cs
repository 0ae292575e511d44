using System.CommandLine;

namespace Halo.Cli;

/// <summary><c>halo explain</c>: says why one task has its agent, or none.</summary>
internal sealed class ExplainCommand : SubCommand
{
    private readonly InputOptions _inputs = new();
    private readonly Argument<string> _task = new("TASK") { Description = "The id of the task; write -- before one that begins with a hyphen." };
    private readonly Option<PlanFormat> _format = Choice.Create("--format", "How to write the explanation.", ("text", PlanFormat.Text), ("json", PlanFormat.Json));

    public ExplainCommand(CommandStreams streams)
        : base("explain", "Explains why a task has its agent, or none.", streams)
    {
        _inputs.AddArguments(this);
        Add(_task);
        _inputs.AddOptions(this);
        Add(_format);
    }

    public override string MoreHelp =>
        """
        Examples:
          halo explain samples/delivery release-plan
          halo explain samples/debian libgcc-s1 --available small_runner --format json
          halo explain job-shop.json j0.1

        Exit codes:
          0  explained
          1  an input is faulty, or the graph has no such task
          2  the command line is wrong

        """;

    protected override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (paths, format, file) = (_inputs.PathsOf(parsed), parsed.GetValue(_format), _inputs.OutputOf(parsed));
        var task = parsed.GetRequiredValue(_task);
        var inputs = new InputSet(Streams, cancellationToken);
        inputs.LoadForRouting(paths);
        var plan = inputs.Route(_inputs.RouteOptionsOf(parsed));
        if (inputs.Graph is { } graph && !graph.TryGetIndex(task, out _)) inputs.Faults.Add(UnknownTask(task, graph, paths));
        if (plan is null || inputs.Faults.Count > 0)
        {
            Streams.WriteFaults(inputs.Faults);
            return ExitCodes.Fault;
        }

        var explanation = plan.Explain(task);
        return OutputTarget.Write(file, Streams, stream => Write(explanation, format, file is null, stream), cancellationToken);
    }

    private static Diagnostic UnknownTask(string task, TaskGraph graph, InputPaths paths) => new(
        DiagnosticCodes.UnknownTask,
        DiagnosticSeverity.Error,
        $"The graph has no task '{task}'.",
        Suggestion.For(task, Enumerable.Range(0, graph.Count).Select(graph.IdOf)),
        new SourceLocation(paths.Graph, 0));

    private void Write(Explanation explanation, PlanFormat format, bool toTerminal, Stream stream)
    {
        if (format == PlanFormat.Text && toTerminal && Streams.ShowsColors) ColorExplanation.Write(explanation, stream);
        else stream.Write(OutputTarget.Utf8.GetBytes(format == PlanFormat.Json ? explanation.ToJson() : explanation.ToText()));
    }
}
