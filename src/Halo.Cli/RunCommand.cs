using System.CommandLine;
using Halo.Execution;
using Halo.Routing;
using Halo.Rules;

namespace Halo.Cli;

/// <summary><c>halo run</c>: routes a graph, and does each task by the command of its agent.</summary>
internal sealed class RunCommand : SubCommand
{
    private readonly InputOptions _inputs = new();
    private readonly Option<string[]> _exec = new("--exec") { HelpName = "AGENT=COMMAND", Description = "The command for the tasks of an agent; * stands for every other agent. May be given several times." };
    private readonly Option<bool> _shell = new("--shell") { Description = "Commands are scripts for /bin/sh. Without it they are started directly, their arguments passed as they are." };
    private readonly Option<int?> _jobs = NumberOption.WholeOrNone("--jobs", 1, 1_000_000, "How many tasks run at one time over all agents. Default: as many as the agents' own limits allow.");
    private readonly Option<FailurePolicy> _onFailure = Choice.Create(
        "--on-failure", "What a failed task does: dependants that need it are skipped, the plan stops, or dependants go on.",
        ("skip", FailurePolicy.SkipDependants), ("stop", FailurePolicy.StopPlan), ("continue", FailurePolicy.Continue));

    private readonly Option<string?> _logs = new("--logs") { HelpName = "DIR", Description = "A folder for what the commands write, a file for each task; it is made where it is missing. Default: nothing is kept." };
    private readonly Option<string?> _journal = InputOptions.FileOption("--journal", "A file that is appended to whenever a task ends for good, for --resume.");
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on from the journal: what it says has ended is not run again. A journal that is not there is begun." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only print the schedule and the commands." };

    public RunCommand(CommandStreams streams)
        : base("run", "Does the tasks of a graph, each by the command of its agent.", streams)
    {
        _inputs.AddArguments(this);
        _inputs.AddRoutingOptions(this);
        foreach (var option in new Option[] { _exec, _shell, _jobs, _onFailure, _logs, _journal, _resume, _dryRun }) Add(option);
    }

    public override string MoreHelp =>
        """
        A command may hold {task}, {type}, {agent}, {attempt} and {attribute:NAME}; an attribute that a task lacks is empty.
        Without --shell it is taken apart at blanks outside of quotes. With --shell placeholders become parameters of the
        script and are never read as code: leave them outside of quotes of your own.
        A task succeeds when its command ends with exit code 0; the last line of its output is the task's result.

        Examples:
          halo run samples/debian --exec '*=true'
          halo run samples/debian --exec '*=echo {task}' --exec 'core_builder=sh -c "sleep 0.1"' --jobs 4 --logs logs
          halo run samples/debian --exec '*=true' --dry-run
          halo run graph.json --agents agents.json --exec '*=make {task}' --journal run.journal --resume
          halo run graph.json --agents agents.json --shell --exec '*=make {task} | tee {task}.out'

        Exit codes:
          0  every task succeeded, or was skipped by a condition on a dependency
          1  an input or the journal is faulty (every fault is listed), or something cannot be written
          2  the command line is wrong, or an agent has no command
          3  a task failed or was not run
          130  ended by Ctrl-C; the commands are killed

        """;

    protected override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (paths, commands) = (_inputs.PathsOf(parsed), new ExecCommands(parsed.GetValue(_exec) ?? [], parsed.GetValue(_shell)));
        var options = OptionsOf(parsed);
        var inputs = new InputSet(Streams, cancellationToken);
        inputs.LoadForRouting(paths);
        if (inputs.Route(_inputs.RouteOptionsOf(parsed)) is not { } plan)
        {
            Streams.WriteFaults(inputs.Faults);
            return ExitCodes.Fault;
        }

        commands.CheckFor(plan);
        var schedule = Scheduler.Schedule(plan);
        if (parsed.GetValue(_dryRun)) return OutputTarget.Write(null, Streams, stream => DryRun.Write(schedule, commands, CommandStreams.TextOver(stream)), cancellationToken);
        try
        {
            return Run(schedule, commands, LogsOf(parsed), options, cancellationToken);
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

    private int Run(Schedule schedule, ExecCommands commands, TaskLogs logs, RunOptions options, CancellationToken cancellationToken)
    {
        var writer = CommandStreams.TextOver(Streams.Output);
        RunReport report;
        using (IRunView view = Streams.ShowsColours ? new RunScreen(schedule, writer, TimeProvider.System) : new RunLines(schedule, writer))
        {
            var handlers = new TaskHandlers();
            foreach (var agent in schedule.Plan.Agents)
            {
                if (commands.Of(agent.Name) is { } template) handlers.Handle(agent.Name, new CommandHandler(template, logs, view), CommandResultContext.Default.String);
            }

            report = WatchAsync(new PlanExecutor().Begin(schedule.Plan, handlers, options, cancellationToken), view).GetAwaiter().GetResult();
        }

        // Also after Ctrl-C: then it says what was interrupted.
        var written = OutputTarget.Write(null, Streams, stream => RunSummary.Write(report, schedule, logs, CommandStreams.TextOver(stream)), CancellationToken.None);
        return written == ExitCodes.Ok ? RunSummary.ExitCodeOf(report) : written;
    }

    private static async Task<RunReport> WatchAsync(RunningPlan running, IRunView view)
    {
        await foreach (var happened in running.Events) view.Show(happened);
        return await running.Report;
    }

    private RunOptions OptionsOf(ParseResult parsed)
    {
        var (journal, resume) = (parsed.GetValue(_journal), parsed.GetValue(_resume));
        if (journal is "") throw new UsageException("--journal is empty; give a file.");
        if (journal is null && resume) throw new UsageException("--resume needs --journal FILE.");
        if (!resume && File.Exists(journal)) throw new UsageException($"--journal '{journal}' exists already; add --resume to go on from it, or name another file.");
        if (parsed.GetValue(_shell) && OperatingSystem.IsWindows()) throw new UsageException("--shell needs /bin/sh.");
        return new RunOptions { MaxConcurrentTasks = parsed.GetValue(_jobs), OnFailure = parsed.GetValue(_onFailure), Journal = journal };
    }

    private TaskLogs LogsOf(ParseResult parsed)
    {
        var folder = parsed.GetValue(_logs);
        if (folder is "") throw new UsageException("--logs is empty; give a folder.");
        if (folder is not null) Directory.CreateDirectory(folder);
        return new TaskLogs(folder, parsed.GetValue(_resume));
    }
}
