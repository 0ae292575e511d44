namespace Halo.Execution;

/// <summary>
/// An append-only file of the tasks that ended for good. A record is handed to the operating system before anything that
/// depends on the task begins, so that it survives the death of the process; <see cref="RunOptions.JournalSync"/> says when it
/// is on the disk.
/// </summary>
internal sealed class RunJournal : IDisposable
{
    private readonly JournalFile _file;
    private readonly RunTable _table;
    private readonly ResultTypes _types;

    private RunJournal(JournalFile file, RunTable table, ResultTypes types) => (_file, _table, _types) = (file, table, types);

    /// <summary>Opens the journal of a run, if it has one.</summary>
    /// <inheritdoc cref="Open"/>
    public static RunJournal? OpenIfNamed(RunOptions options, RunTable table, TaskHandlers handlers, TimeProvider time, out IReadOnlyDictionary<int, TaskEnd> ended)
    {
        if (options.Journal is not null)
        {
            CheckConditions(table, handlers);
            return Open(options, table, handlers.ResultTypes, time, out ended);
        }

        ended = new Dictionary<int, TaskEnd>();
        return null;
    }

    /// <summary>Opens a journal, and begins it when the file is new.</summary>
    /// <param name="options">The file, how large it may be, and whether failures in it count.</param>
    /// <param name="table">What is known of the tasks; agents and attempts of ended ones are filled in.</param>
    /// <param name="types">How results are written and read.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ended">How the tasks in it ended, by index.</param>
    /// <exception cref="HaloValidationException">The file is no journal, one of another graph, damaged elsewhere than at its end, or beyond a limit.</exception>
    /// <exception cref="IOException">The file cannot be read or written, or another run has it open.</exception>
    private static RunJournal Open(RunOptions options, RunTable table, ResultTypes types, TimeProvider time, out IReadOnlyDictionary<int, TaskEnd> ended)
    {
        var path = options.Journal!;
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        try
        {
            var reading = new JournalReading(path, options.JournalLimits, table, types);
            file.SetLength(reading.Read(file));
            file.Seek(0, SeekOrigin.End);
            if (file.Length == 0) file.Write(reading.Header);
            if (options.JournalSync is not null) file.Flush(flushToDisk: true);
            if (options.RetryFailed) reading.ForgetFailures();
            ended = reading.Ended;
            return new RunJournal(new JournalFile(file, options.JournalSync, time), table, types);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Writes down that a task ended.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Append(int task, int agent, TaskEnd end) => _file.Write(JournalLines.Write(json => JournalRecord.Write(json, _table, task, agent, end, _types)));

    /// <summary>Ends the journal of this part of the run.</summary>
    /// <exception cref="IOException">What was written cannot be forced onto the disk.</exception>
    public void Complete() => _file.Complete();

    // A condition must see behind a resume what it saw before.
    private static void CheckConditions(RunTable table, TaskHandlers handlers)
    {
        if (!table.Plan.Graph.AsksForResults) return;
        var faults = new DiagnosticBag();
        foreach (var agent in table.Plan.Agents.Where(agent => handlers.LosesResults(agent.Name)))
        {
            faults.Error(DiagnosticCodes.MissingHandler, $"The graph has conditions on results, and the journal cannot keep those of agent '{agent.Name}'.", "Give its handler with the type of its results.");
        }

        faults.ThrowIfErrors();
    }

    public void Dispose() => _file.Dispose();
}
