using System.CommandLine;
using Halo.Execution;

namespace Halo.Cli;

/// <summary><c>halo run</c>: routes a graph, and does each task by the command of its agent.</summary>
internal sealed class RunCommand : SubCommand
{
    private readonly InputOptions _inputs = new();
    private readonly RunSettings _settings = new();
    private readonly Option<string[]> _exec = new("--exec") { HelpName = "AGENT=COMMAND", Description = "The command for the tasks of an agent; * stands for every other agent. May be given several times." };
    private readonly Option<bool> _shell = new("--shell") { Description = "Commands are scripts for /bin/sh. Without it they are started directly, their arguments passed as they are." };
    private readonly StopSignals? _signals;
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only print the schedule, which is that of the run if all takes its estimate and succeeds, and the commands." };

    private TimeSpan _grace;

    public RunCommand(CommandStreams streams, StopSignals? signals)
        : base("run", "Does the tasks of a graph, each by the command of its agent.", streams)
    {
        _signals = signals;
        _inputs.AddArguments(this);
        _inputs.AddRoutingOptions(this);
        Add(_exec);
        Add(_shell);
        _settings.AddOptions(this);
        Add(_dryRun);
    }

    public override string MoreHelp =>
        """
        A command may hold {task}, {type}, {agent}, {attempt} and {attribute:NAME}; write {{task}} for the text {task}. Without
        --shell it is taken apart at blanks outside of quotes. With --shell a placeholder is never read as code; leave it outside
        of quotes of your own, and write "$HALO_TASK" inside. Each command has the values in its environment: HALO_TASK,
        HALO_TYPE, HALO_AGENT, HALO_ATTEMPT, HALO_ATTRIBUTE_name, and HALO_RUN and HALO_KEY, which tell the run and the task in it.
        A task succeeds when its command ends with exit code 0. The last line of its output is the task's result, which
        conditions see: a JSON number, true, false or a JSON string is that value, anything else a text.

        Examples:
          halo run samples/debian --exec '*=true'
          halo run samples/debian --exec '*=echo {task}' --exec 'core_builder=sh -c "sleep 0.1"' --jobs 4 --logs logs
          halo run samples/debian --exec '*=true' --dry-run
          halo run graph.json --agents agents.json --exec '*=make {task}' --journal run.journal --resume
          halo run graph.json --agents agents.json --exec '*=make {task}' --journal run.journal --resume --retry-failed
          halo run samples/debian --exec '*=sleep 0.{attempt}' --gantt run.html
          halo run graph.json --agents agents.json --shell --exec '*=make {task} | tee {task}.out'

        Exit codes:
          0  every task succeeded, or was skipped by a condition on a dependency
          1  an input or the journal is faulty (every fault is listed), the journal is in use by another run, or something
             cannot be written
          2  the command line is wrong, or an agent has no command
          3  a task failed or was not run
          130  ended by Ctrl-C, 143 by SIGTERM, 129 by SIGHUP, 131 by SIGQUIT: the commands have ended, the journal and the chart
               are written; a second signal does not wait for --grace

        """;

    /// <summary>After Ctrl-C the commands are ended, and what happened is still written.</summary>
    public override TimeSpan TimeToEnd => _grace + _grace + TimeSpan.FromSeconds(30);

    protected override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var paths = _inputs.PathsOf(parsed);
        _grace = _settings.GraceOf(parsed);
        if (parsed.GetValue(_shell) && OperatingSystem.IsWindows()) throw new UsageException("--shell needs /bin/sh.");
        var (options, gantt) = (_settings.OptionsOf(parsed), _settings.GanttFileOf(parsed, paths));
        var inputs = new InputSet(Streams, cancellationToken);
        inputs.LoadForRouting(paths);
        if (inputs.Route(_inputs.RouteOptionsOf(parsed)) is not { } plan)
        {
            Streams.WriteFaults(inputs.Faults);
            return ExitCodes.Fault;
        }

        var commands = new ExecCommands(parsed.GetValue(_exec) ?? [], parsed.GetValue(_shell), [.. plan.Agents.Select(agent => agent.Name)]);
        commands.CheckFor(plan);
        options = options with { JournalInputs = commands.TextsFor(plan) };
        foreach (var warning in commands.Warnings) Streams.Say(warning);
        var schedule = PlanExecutor.Forecast(plan, options);
        if (parsed.GetValue(_dryRun)) return OutputTarget.Write(null, Streams, stream => DryRun.Write(schedule, commands, options, CommandStreams.TextOver(stream)), cancellationToken);
        try
        {
            var logs = _settings.LogsOf(parsed);
            var output = new RunOutput();
            return Tell(Run(schedule, commands, logs, options, output, cancellationToken), schedule, logs, gantt, output);
        }
        catch (HaloValidationException exception)
        {
            Streams.WriteFaults(exception.Diagnostics);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Streams.Say(exception.Message);
        }

        return ExitCodes.Fault;
    }

    private RunReport Run(
        Schedule schedule, ExecCommands commands, TaskLogs logs, RunOptions options, RunOutput output, CancellationToken cancellationToken)
    {
        var writer = TextWriter.Null;
        output.Try(() => writer = CommandStreams.TextOver(Streams.Output)); // which already flushes
        using var groups = new CommandGroups(_grace, options.Journal, _signals);
        var handlers = new TaskHandlers();
        foreach (var agent in schedule.Plan.Agents)
        {
            if (commands.Of(agent.Name) is { } template) handlers.Handle(agent.Name, new CommandHandler(template, logs, groups), CommandResultContext.Default.AttributeValue);
        }

        try
        {
            var running = new PlanExecutor().Begin(schedule.Plan, handlers, options, cancellationToken);
            using IRunView view = Streams.ShowsColors ? new RunScreen(schedule, writer, output, TimeProvider.System) : new RunLines(schedule, writer);
            return WatchAsync(running, view, output).GetAwaiter().GetResult();
        }
        finally
        {
            groups.EndRestAsync().GetAwaiter().GetResult();
            if (output.Fault is { } fault) Streams.Say(fault);
        }
    }

    // Also after Ctrl-C: then it says what was interrupted.
    private int Tell(RunReport report, Schedule schedule, TaskLogs logs, string? gantt, RunOutput output)
    {
        Streams.WriteFaults(report.Faults);
        var drawn = gantt is null ? ExitCodes.Ok : Draw(report, schedule, gantt);
        var written = OutputTarget.Write(null, Streams, WriteSummary, CancellationToken.None);
        return RunSummary.ExitCodeOf(report) is not ExitCodes.Ok and var code ? code : Math.Max(drawn, written);

        void WriteSummary(Stream stream)
        {
            RunSummary.Write(report, schedule, logs, CommandStreams.TextOver(stream));
            output.ThrowIfLinesAreMissing();
        }
    }

    // A link may have come since the run began.
    private int Draw(RunReport report, Schedule schedule, string gantt)
    {
        if (FileLinks.Fault("--gantt", gantt) is not { } fault) return OutputTarget.Write(gantt, Streams, stream => report.WriteHtml(stream, schedule), CancellationToken.None);
        Streams.Say(fault);
        return ExitCodes.Fault;
    }

    private static async Task<RunReport> WatchAsync(RunningPlan running, IRunView view, RunOutput output)
    {
        await foreach (var happened in running.Events) output.Try(() => view.Show(happened));
        return await running.Report;
    }
}
