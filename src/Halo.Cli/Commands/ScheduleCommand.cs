using System.CommandLine;

namespace Halo.Cli;

/// <summary><c>halo schedule</c>: says when every task of a graph runs, and where.</summary>
internal sealed class ScheduleCommand : SubCommand
{
    private readonly InputOptions _inputs = new();
    private readonly ScheduleSettings _settings = new();
    private readonly Option<string?> _gantt = InputOptions.FileOption("--gantt", "Where to write a Gantt chart as well: one HTML file for browsers.");
    private readonly Option<string?> _explain = new("--explain") { HelpName = "TASK", Description = "Explain this task instead: when, where, and the agents that could have taken it." };
    private readonly Option<string?> _whatIf = new("--what-if") { HelpName = "AGENT=+N|all", Description = "Tell instead what more slots of an agent would save, or one more of each." };
    private readonly Option<ScheduleFormat> _format = Choice.Create(
        "--format", "How to write the schedule.", ("text", ScheduleFormat.Text), ("json", ScheduleFormat.Json), ("dot", ScheduleFormat.Dot), ("mermaid", ScheduleFormat.Mermaid));

    public ScheduleCommand(CommandStreams streams)
        : base("schedule", "Says when every task of a graph runs, and on which agent.", streams)
    {
        _inputs.AddArguments(this);
        _inputs.AddOptions(this);
        _settings.AddOptions(this);
        Add(_gantt);
        Add(_explain);
        Add(_whatIf);
        Add(_format);
    }

    /// <summary>After Ctrl-C the best schedule so far is still written.</summary>
    public override TimeSpan TimeToEnd => TimeSpan.FromSeconds(30);

    public override string MoreHelp =>
        """
        Examples:
          halo schedule samples/delivery
          halo schedule samples/debian --select earliest-finish --improve 10s --gantt gantt.html
          halo schedule samples/debian --select cheapest --deadline 4m --min-success 0.9
          halo schedule samples/debian --explain libgcc-s1 --select earliest-finish
          halo schedule samples/debian --what-if all
          halo schedule graph.json --agents agents.json --what-if builder=+2 --format json

        Exit codes:
          0  scheduled; tasks that are not are counted in the report or on standard error
          1  an input is faulty (every fault is listed), the task to explain is not scheduled, or an output cannot be written
          2  the command line is wrong

        """;

    protected override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (paths, options, improve) = (_inputs.PathsOf(parsed), _settings.OptionsOf(parsed), _settings.ImproveOf(parsed));
        var output = new ScheduleOutput(Streams, parsed.GetValue(_format), _inputs.OutputOf(parsed));
        var (gantt, explain) = (GanttFileOf(parsed, output), parsed.GetValue(_explain));
        var whatIf = parsed.GetValue(_whatIf) is { } question ? WhatIf.Parse(question) : null;
        Check(explain, whatIf, improve, gantt, output);
        var inputs = new InputSet(Streams, cancellationToken);
        inputs.LoadForRouting(paths);
        if (inputs.Route(_inputs.RouteOptionsOf(parsed)) is not { } plan)
        {
            Streams.WriteFaults(inputs.Faults);
            return ExitCodes.Fault;
        }

        CheckTask(explain, plan.Graph);
        var schedule = Schedule(plan, options);
        if (whatIf is not null) return output.Write(whatIf, plan, options, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (improve is not null) (schedule, cancellationToken) = (Improve(schedule, improve, cancellationToken), CancellationToken.None);
        if (gantt is not null && OutputTarget.Write(gantt, Streams, stream => schedule.WriteTo(stream, ScheduleFormat.Html), cancellationToken) is not ExitCodes.Ok and var code) return code;
        return explain is not null ? output.Explain(schedule, explain, cancellationToken) : output.Write(schedule, cancellationToken);
    }

    private static Schedule Schedule(RoutingPlan plan, ScheduleOptions options)
    {
        try
        {
            return Scheduler.Schedule(plan, options);
        }
        catch (ArgumentOutOfRangeException exception) when (exception.ParamName == nameof(ScheduleOptions.DefaultEstimate))
        {
            throw new UsageException("--default-estimate makes the tasks take longer than a schedule can say; give a shorter one.");
        }
    }

    private Schedule Improve(Schedule schedule, ImproveOptions options, CancellationToken cancellationToken)
    {
        using (var line = Streams.ProgressWidth > 0 ? new ImproveLine(Streams.Error, options.TimeBudget!.Value, Streams.ProgressWidth) : null)
        {
            schedule = schedule.Improve(options, line, cancellationToken);
        }

        if (cancellationToken.IsCancellationRequested) Streams.Say("the search was ended early; this is the best schedule so far.");
        return schedule;
    }

    private string? GanttFileOf(ParseResult parsed, ScheduleOutput output)
    {
        if (parsed.GetResult(_gantt) is null) return null;
        var file = InputOptions.OutputOf(parsed, _gantt) ?? throw new UsageException("--gantt needs a file: standard output takes the schedule.");
        return output.File is { } other && Path.GetFullPath(other) == Path.GetFullPath(file) ? throw new UsageException("--gantt and --output name the same file.") : file;
    }

    private static void Check(string? explain, WhatIf? whatIf, ImproveOptions? improve, string? gantt, ScheduleOutput output)
    {
        if (explain is not null && whatIf is not null) throw new UsageException("give --explain or --what-if, not both.");
        if (whatIf is not null && improve is not null) throw new UsageException("--what-if compares schedules as they are made; leave out --improve.");
        if (whatIf is not null && gantt is not null) throw new UsageException("--what-if has no chart; leave out --gantt.");
        if ((explain is not null || whatIf is not null) && !output.IsTextOrJson) throw new UsageException("--explain and --what-if are written as text or json.");
    }

    private static void CheckTask(string? task, TaskGraph graph)
    {
        if (task is null || graph.TryGetIndex(task, out _)) return;
        throw new UsageException($"--explain names '{task}', which is no task of the graph. {Suggestion.For(task, Enumerable.Range(0, graph.Count).Select(graph.IdOf))}".TrimEnd());
    }
}
