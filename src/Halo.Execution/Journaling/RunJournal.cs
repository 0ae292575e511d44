namespace Halo.Execution;

/// <summary>
/// An append-only file of the tasks that ended for good, of one run alone while that lasts. A record is handed to the operating
/// system before anything that depends on the task begins, so that it survives the death of the process;
/// <see cref="RunOptions.JournalSync"/> says when it is on the disk.
/// </summary>
internal sealed class RunJournal : IDisposable
{
    private const int MostUnwritten = 100;

    private readonly string _path;
    private readonly JournalFile _file;
    private readonly RunTable _table;
    private readonly RecordWriter _records;
    private readonly IReadOnlyList<Diagnostic> _notes;
    private readonly Lock _lock = new();
    private readonly List<string> _unwritten = [];
    private Exception? _fault;

    private RunJournal(string path, JournalFile file, RunTable table, RecordWriter records, IReadOnlyList<Diagnostic> notes) =>
        (_path, _file, _table, _records, _notes) = (path, file, table, records, notes);

    /// <summary>Opens the journal of a run, if it has one, and begins it when the file is new.</summary>
    /// <param name="options">The file, how large it may be, and whether failures in it count.</param>
    /// <param name="table">What is known of the tasks; agents and attempts of ended ones are filled in.</param>
    /// <param name="handlers">Who knows how results are written and read.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ended">How the tasks in it ended, by index.</param>
    /// <exception cref="HaloValidationException">
    /// The file is no journal, one of something else, damaged, or beyond a limit; or handlers return what cannot be kept.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read or written, or another run uses it.</exception>
    public static RunJournal? OpenIfNamed(
        RunOptions options, RunTable table, TaskHandlers handlers, TimeProvider time, out IReadOnlyDictionary<int, TaskEnd> ended)
    {
        ended = new Dictionary<int, TaskEnd>();
        if (options.Journal is not { } path) return null;
        var types = handlers.ResultTypes;
        CheckResults(table, types);
        var file = JournalOpening.Open(path, options.JournalLimits, options.OpenJournal ?? JournalOpening.OpenFile);
        try
        {
            var reading = new JournalReading(path, options, table, types);
            file.SetLength(reading.Read(file));
            file.Seek(0, SeekOrigin.End);
            if (file.Length == 0) file.Write(reading.Header);
            file.Write(reading.Begin(JournalHolder.Current(time)));
            if (options.JournalSync is not null) file.Flush(flushToDisk: true);
            ended = reading.Ended;
            var journal = new JournalFile(file, options.JournalSync, time, new JournalPlace(path, file));
            return new RunJournal(path, journal, table, new RecordWriter(table, types, options.JournalLimits), reading.Notes);
        }
        catch (Exception fault)
        {
            FileLock.Release(file.SafeFileHandle);
            file.Dispose();
            if (fault is IOException) throw new IOException($"The journal '{path}' cannot be begun: {fault.Message}", fault);
            throw;
        }
    }

    /// <summary>Writes down that a task ended for good.</summary>
    /// <returns>How it ended: with a failure when its result cannot be kept.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public TaskEnd Append(int task, int agent, in TaskEnd end)
    {
        try
        {
            var (kept, line) = LineOf(task, agent, end);
            _file.Write(line);
            return kept;
        }
        catch (Exception fault)
        {
            lock (_lock)
            {
                _fault ??= fault;
                if (_unwritten.Count <= MostUnwritten) _unwritten.Add(_table.Plan.Graph.IdOf(task));
            }

            throw;
        }
    }

    /// <summary>Ends the journal of this part of the run.</summary>
    /// <returns>Everything that went wrong with it.</returns>
    public IReadOnlyList<Diagnostic> Complete()
    {
        try
        {
            if (_fault is null) _file.Complete();
        }
        catch (Exception fault)
        {
            _fault = fault;
        }

        List<Diagnostic> all = [.. _notes, .. _table.Unread.Select(unread => Failed(unread, ""))];
        if (_fault is not null) all.Add(Failed(_fault.Message, Unwritten()));
        return all;
    }

    private Diagnostic Failed(string message, string help) =>
        new(ExecutionDiagnosticCodes.FailedJournal, DiagnosticSeverity.Error, message, help, new SourceLocation(_path, 0));

    public void Dispose() => _file.Dispose();

    private (TaskEnd End, byte[] Line) LineOf(int task, int agent, in TaskEnd end)
    {
        try
        {
            return (end, _records.Write(task, agent, end));
        }
        catch (ResultNotKeptException fault)
        {
            var (name, by) = (_table.Plan.Graph.IdOf(task), _table.Plan.Agents[agent].Name);
            var message = $"The journal cannot keep the result of '{name}': {fault.Message} "
                + $"Give the handler of '{by}' with the type of its results, or return something else.";
            var failure = new TaskFailedException(message, "result", fault);
            var failed = new TaskEnd(TaskOutcome.Failed, OutcomeReason.ResultNotKept, Failure: failure);
            return (failed, _records.Write(task, agent, failed));
        }
    }

    private string Unwritten()
    {
        if (_unwritten.Count == 0) return "";
        var more = _unwritten.Count > MostUnwritten ? " and more" : "";
        var tasks = string.Join(", ", _unwritten.Take(MostUnwritten).Select(task => $"'{task}'"));
        return $"These tasks ended and are not in it, so that a resume runs them again: {tasks}{more}.";
    }

    // A dependant, or a condition, must see after a resume what it saw before.
    private static void CheckResults(RunTable table, ResultTypes types)
    {
        if (table.Plan.Graph.EdgeCount == 0) return;
        var faults = new DiagnosticBag();
        foreach (var agent in table.Plan.Agents)
        {
            if (!types.CannotKeep(agent.Name, out var type)) continue;
            var message = $"Tasks depend on others, and the journal cannot keep the results of agent '{agent.Name}', of type {type.Name}.";
            faults.Error(ExecutionDiagnosticCodes.MissingHandler, message, "Give its handler with the type of its results.");
        }

        faults.ThrowIfErrors();
    }
}
