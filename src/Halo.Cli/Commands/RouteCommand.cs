using System.CommandLine;
using System.Globalization;

namespace Halo.Cli;

/// <summary><c>halo route</c>: decides every task of a graph and writes the plan.</summary>
internal sealed class RouteCommand : SubCommand
{
    private readonly InputOptions _inputs = new();
    private readonly Option<PlanFormat> _format = Choice.Create(
        "--format",
        "How to write the plan.",
        ("text", PlanFormat.Text),
        ("json", PlanFormat.Json),
        ("md", PlanFormat.Markdown),
        ("mermaid", PlanFormat.Mermaid),
        ("dot", PlanFormat.Dot));

    public RouteCommand(CommandStreams streams)
        : base("route", "Decides which agent does each task of a graph.", streams)
    {
        _inputs.AddArguments(this);
        _inputs.AddOptions(this);
        Add(_format);
    }

    public override string MoreHelp =>
        """
        Examples:
          halo route samples/delivery
          halo route graph.json --agents agents.json
          halo route job-shop.json
          halo route .github/workflows/ci.yml --agents runners.json --rules rules.json
          halo route samples/delivery --available qa_agent,builder_agent --format json
          halo route samples/debian --format dot --output plan.dot
          generate-graph | halo route - --rules rules.json --agents agents.json

        Formats of tasks, recognized by their content:
          Halo graph, job shops (JSON and text), WfFormat 1.3 to 1.6, GitHub Actions workflow (YAML) and its jobs (JSON),
          standard task graph (STG); see docs/formats.md

        Exit codes:
          0  routed; tasks that no agent takes are counted in the report or on standard error
          1  an input is faulty (every fault is listed), or the output cannot be written
          2  the command line is wrong

        """;

    protected override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (paths, format, file) = (_inputs.PathsOf(parsed), parsed.GetValue(_format), _inputs.OutputOf(parsed));
        var inputs = new InputSet(Streams, cancellationToken);
        inputs.LoadForRouting(paths);
        if (inputs.Route(_inputs.RouteOptionsOf(parsed)) is not { } plan)
        {
            Streams.WriteFaults(inputs.Faults);
            return ExitCodes.Fault;
        }

        var forPeople = format == PlanFormat.Text && file is null;
        var code = OutputTarget.Write(file, Streams, stream => Write(plan, format, forPeople, stream), cancellationToken);
        if (code == ExitCodes.Ok && plan.UnassignedCount > 0 && !forPeople)
        {
            Streams.Say(string.Create(CultureInfo.InvariantCulture, $"{plan.UnassignedCount} of {PlanSummary.Count(plan.Graph.Count, "task")} have no agent."));
        }

        return code;
    }

    private void Write(RoutingPlan plan, PlanFormat format, bool forPeople, Stream stream)
    {
        if (forPeople && Streams.ShowsColors && plan.Graph.Count <= ColorPlan.MostTasks) ColorPlan.Write(plan, stream);
        else plan.WriteTo(stream, format);
    }
}
