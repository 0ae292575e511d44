using System.Text.Json;

namespace Halo.Execution;

/// <summary>Reads a journal and reports what is wrong with it, but for a torn end: that is what a crash leaves.</summary>
internal sealed class JournalReading(string path, RunOptions options, RunTable table, ResultTypes types)
{
    private readonly EndedTasks _ended = new(table);
    private readonly JournalTerms _terms = new(table.Plan.Graph, options);
    private readonly DiagnosticBag _faults = new();
    private readonly List<Diagnostic> _notes = [];
    private (JournalPart Part, int Line)? _last;

    private JournalLimits Limits => options.JournalLimits;

    public IReadOnlyDictionary<int, TaskEnd> Ended => _ended.ByTask;

    /// <summary>What was wrong and is right again.</summary>
    public IReadOnlyList<Diagnostic> Notes => _notes;

    /// <summary>The first line of a journal of this graph.</summary>
    public byte[] Header => _terms.Header;

    /// <summary>Reads the records.</summary>
    /// <returns>Where the last whole record ends.</returns>
    /// <exception cref="HaloValidationException">The file is no journal of this graph, damaged, or beyond a limit.</exception>
    public long Read(Stream stream)
    {
        if (stream.CanSeek && stream.Length > Limits.MaxBytes)
        {
            Refuse(0, $"The journal has {stream.Length} bytes, more than the limit {nameof(JournalLimits.MaxBytes)} of {Limits.MaxBytes}.");
        }

        var lines = new LineReader(stream, Math.Max(Limits.MaxRecordBytes, _terms.LongestLine));
        if (!TryReadHeader(lines)) return 0;
        var whole = lines.NextOffset;
        for (var number = 2; lines.TryRead(out var line, out var isComplete); number++)
        {
            if (lines.IsTooLong || (line.Length > Limits.MaxRecordBytes && !JournalPart.IsPart(line)))
            {
                var limit = nameof(JournalLimits.MaxRecordBytes);
                Refuse(number, $"The record is longer than {Limits.MaxRecordBytes} bytes, the limit {limit}.");
            }

            if (!isComplete)
            {
                Cut(line, number);
                break;
            }

            whole = lines.NextOffset;
            var json = JournalLines.Read(line);
            if (json.ValueKind == JsonValueKind.Undefined)
            {
                Fault(number, "is damaged.", "A crash can only tear the last line: restore the file, or begin a new journal.");
            }
            else if (JournalPart.IsPart(line)) TakePart(json, number);
            else Take(json, number);
        }

        if (_last is { } last && _ended.ByTask.Count > 0 && !options.AcceptChanges) CheckTerms(last.Part, last.Line);
        _faults.ThrowIfErrors();
        return whole;
    }

    /// <summary>Begins another part of the run.</summary>
    /// <returns>Its line.</returns>
    public byte[] Begin(JournalHolder holder)
    {
        var retries = options.RetryFailed && _ended.ForgetFailures();
        if (options.RunId is null && _last is { } last) table.RunId = last.Part.RunId;
        return _terms.PartOf(holder, table.RunId, retries).ToLine();
    }

    // False when there is nothing yet but, at most, a torn header.
    private bool TryReadHeader(LineReader lines)
    {
        if (!lines.TryRead(out var line, out var isComplete)) return false;
        if (isComplete && line.SequenceEqual(Header.AsSpan(..^1))) return true;
        if (!isComplete && Header.AsSpan().StartsWith(line)) return false;
        var why = _terms.WhyOther(JournalLines.Read(line));
        const string Help = "Use a journal for one graph only, and begin a new one when it changes.";
        if (why is not null) Fault(1, $"is the beginning of {why}.", Help);
        else Fault(1, "is not the beginning of a journal.", "Name a new file.");
        _faults.ThrowIfErrors();
        return false;
    }

    private void Cut(ReadOnlySpan<byte> line, int number)
    {
        if (!TornLine.IsBeginningOfRecord(line, out var task))
        {
            const string Help = "A crash cannot leave that: restore the file, or begin a new journal.";
            Fault(number, "has no end, and is not the beginning of a record.", Help);
            return;
        }

        var what = task is null ? "" : $" of task '{task}', which runs again";
        var message = $"The last line has no end, as a crash leaves it: its {line.Length} bytes were cut off, "
            + $"the beginning of the record{what}.";
        _notes.Add(new Diagnostic(ExecutionDiagnosticCodes.TornJournal, DiagnosticSeverity.Warning, message, "", new SourceLocation(path, number)));
    }

    private void TakePart(JsonElement json, int number)
    {
        if (JournalPart.Read(json) is not { } part)
        {
            Fault(number, "is not a record.", "");
            return;
        }

        _last = (part, number);
        if (part.RetriesFailed) _ended.ForgetFailures();
    }

    private void Take(JsonElement json, int number)
    {
        if (JournalRecord.Read(json) is not { } record)
        {
            Fault(number, "is not a record.", "");
            return;
        }

        var agent = table.Plan.Agents.IndexOf(record.Agent);
        var isTask = table.Plan.Graph.TryGetIndex(record.Task, out var task);
        if (!isTask) Fault(number, $"names '{record.Task}', which is not a task of the graph.", "");
        else if (agent < 0) FaultAgent(record.Agent, number);
        else if (_ended.ByTask.ContainsKey(task)) Fault(number, $"says a second time that '{record.Task}' ended.", "");
        else Take(record, task, agent, number);
    }

    private void Take(JournalRecord record, int task, int agent, int number)
    {
        try
        {
            _ended.Add(task, agent, record.Attempts, record.ToEnd(types));
        }
        catch (JsonException exception)
        {
            var message = $"has a result of '{record.Task}' that is not what the handler of '{record.Agent}' returns: {exception.Message}";
            Fault(number, message, "Begin a new journal when the type of the results has changed.");
        }
    }

    private void FaultAgent(string name, int number)
    {
        var help = Suggestion.For(name, table.Plan.Agents.Select(agent => agent.Name), "Agents keep their names while a journal is used.");
        Fault(number, $"names the agent '{name}', which is not registered.", help);
    }

    private void CheckTerms(JournalPart part, int line)
    {
        foreach (var change in _terms.ChangesSince(part))
        {
            var help = "Begin a new journal, or accept the changes (--accept-changes): then what has ended stays as it is.";
            Fault(line, $"says that what ended did so with {change}.", help);
        }
    }

    private void Refuse(int line, string message)
    {
        _faults.Error(ExecutionDiagnosticCodes.InvalidJournal, message, "Raise the limit where that is meant.", new SourceLocation(path, line));
        _faults.ThrowIfErrors();
    }

    private void Fault(int line, string message, string help) =>
        _faults.Error(ExecutionDiagnosticCodes.InvalidJournal, $"The line {message}", help, new SourceLocation(path, line));
}
