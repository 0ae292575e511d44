using System.CommandLine;
using Halo.Execution;

namespace Halo.Cli;

/// <summary>The options of <c>halo run</c> that say how to run, and what is kept of it.</summary>
internal sealed class RunSettings
{
    private readonly Option<int?> _jobs = NumberOption.WholeOrNone("--jobs", 1, 1_000_000, "How many tasks run at one time over all agents. Default: as many as the agents' own limits allow.");
    private readonly Option<FailurePolicy> _onFailure = Choice.Create(
        "--on-failure", "What a failed task does: dependants that need it are skipped, the plan stops, or dependants go on.",
        ("skip", FailurePolicy.SkipDependants), ("stop", FailurePolicy.StopPlan), ("continue", FailurePolicy.Continue));

    private readonly Option<RouteAgain> _routeAgain = Choice.Create(
        "--route-again", "When a task whose agent failed goes to the next agent: unless its failure is of a kind in nonRetryable, never, or always.",
        ("unless-non-retryable", RouteAgain.UnlessNonRetryable), ("never", RouteAgain.Never), ("always", RouteAgain.Always));

    private readonly Option<double?> _grace = Durations.Create(
        "--grace", "How long commands have to end after Ctrl-C, another signal to end, or a timeout: they are asked to (SIGINT or SIGTERM), and killed after that time. At most 1h. Default 10s.");

    private readonly Option<string?> _logs = new("--logs") { HelpName = "DIR", Description = "A folder for what the commands write, a file for each task; it is made where it is missing. Default: nothing is kept." };
    private readonly Option<string?> _journal = InputOptions.FileOption("--journal", "A file that is appended to whenever a task ends for good, for --resume.");
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on from the journal: what it says has ended is not run again. A journal that is not there is begun." };
    private readonly Option<(bool IsOn, TimeSpan Time)> _sync = new("--sync")
    {
        HelpName = "never|always|TIME",
        Description = "When records of the journal are forced onto the disk: never, each one before anything goes on (always), or at most so long after they were written, such as 500ms. Without it they survive kill -9, not a power cut. Default never.",
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            if (word is "never" or "always") return (word == "always", TimeSpan.Zero);
            if (Durations.TryParse(word, out var seconds) && seconds is >= 0.001 and <= 86400) return (true, TimeSpan.FromSeconds(seconds));
            result.AddError($"--sync cannot be '{word}'; it is never, always, or a length of time from 1ms to 1d such as 500ms.");
            return default;
        },
    };

    private readonly Option<bool> _retryFailed = new("--retry-failed") { Description = "With --resume: run again what failed, and everything that depends on it." };
    private readonly Option<bool> _acceptChanges = new("--accept-changes") { Description = "With --resume: go on although attributes of tasks or commands are not those that tasks of the journal ended with. What has ended stays as it is." };
    private readonly Option<string?> _gantt = InputOptions.FileOption("--gantt", "Where to write what happened as a Gantt chart, one HTML file for browsers; also of a run that failed or was ended by Ctrl-C.");

    public void AddOptions(Command command)
    {
        foreach (var option in (Option[])[_jobs, _onFailure, _routeAgain, _grace, _logs, _journal, _resume, _retryFailed, _acceptChanges, _sync, _gantt]) command.Add(option);
    }

    /// <exception cref="UsageException">Options that do not go together, or a journal that is there already.</exception>
    public RunOptions OptionsOf(ParseResult parsed)
    {
        var (journal, resume) = (parsed.GetValue(_journal), parsed.GetValue(_resume));
        if (journal is "") throw new UsageException("--journal is empty; give a file.");
        if (journal is null && resume) throw new UsageException("--resume needs --journal FILE.");
        if (parsed.GetValue(_retryFailed) && !resume) throw new UsageException("--retry-failed needs --resume: it is for what failed in an earlier part of the run.");
        if (parsed.GetValue(_acceptChanges) && !resume) throw new UsageException("--accept-changes needs --resume: it is for what ended in an earlier part of the run.");
        var (isSynced, time) = parsed.GetValue(_sync);
        if (isSynced && journal is null) throw new UsageException("--sync is for the records of --journal FILE.");
        if (!resume && File.Exists(journal)) throw new UsageException($"--journal '{journal}' exists already; add --resume to go on from it, or name another file.");
        return new RunOptions
        {
            MaxConcurrentTasks = parsed.GetValue(_jobs),
            OnFailure = parsed.GetValue(_onFailure),
            RouteAgain = parsed.GetValue(_routeAgain),
            Journal = journal,
            JournalSync = isSynced ? time : null,
            RetryFailed = parsed.GetValue(_retryFailed),
            AcceptChanges = parsed.GetValue(_acceptChanges),
        };
    }

    /// <exception cref="UsageException">It is too long.</exception>
    public TimeSpan GraceOf(ParseResult parsed) => parsed.GetValue(_grace) switch
    {
        null => TimeSpan.FromSeconds(10),
        > 3600 => throw new UsageException("--grace is more than 1h."),
        var seconds => TimeSpan.FromSeconds(seconds.Value),
    };

    /// <summary>The file for the chart; null for none.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="inputs">The files that must stay as they are.</param>
    /// <exception cref="UsageException">There can be no such file: better said now than after the run.</exception>
    public string? GanttFileOf(ParseResult parsed, InputPaths inputs)
    {
        if (parsed.GetResult(_gantt) is null) return null;
        var file = InputOptions.OutputOf(parsed, _gantt) ?? throw new UsageException("--gantt needs a file: standard output takes the progress.");
        if (FileLinks.Fault("--gantt", file) is { } fault) throw new UsageException(fault);
        if (FileLinks.AreSame(file, parsed.GetValue(_journal))) throw new UsageException("--gantt and --journal name the same file.");
        if (inputs.Files.FirstOrDefault(input => FileLinks.AreSame(file, input)) is { } same) throw new UsageException($"--gantt and the input '{same}' are the same file.");
        if (Directory.Exists(file)) throw new UsageException($"--gantt '{file}' is a folder; name a file in it.");
        return Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))) ? file : throw new UsageException($"the folder of --gantt '{file}' does not exist.");
    }

    /// <exception cref="UsageException">The folder has no name.</exception>
    /// <exception cref="IOException">It cannot be made.</exception>
    public TaskLogs LogsOf(ParseResult parsed)
    {
        var folder = parsed.GetValue(_logs);
        if (folder is "") throw new UsageException("--logs is empty; give a folder.");
        if (folder is not null) Directory.CreateDirectory(folder);
        return new TaskLogs(folder, parsed.GetValue(_resume));
    }
}
