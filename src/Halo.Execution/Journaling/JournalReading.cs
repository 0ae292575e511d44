using System.Text.Json;

namespace Halo.Execution;

/// <summary>Reads a journal and reports what is wrong with it, but for a torn end: that is what a crash leaves.</summary>
internal sealed class JournalReading(string path, JournalLimits limits, RunTable table, ResultTypes types)
{
    private readonly Dictionary<int, TaskEnd> _ended = [];
    private readonly DiagnosticBag _faults = new();

    public IReadOnlyDictionary<int, TaskEnd> Ended => _ended;

    /// <summary>The first line of a journal of this graph.</summary>
    public byte[] Header { get; } = JournalLines.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("haloJournal", 1);
        json.WriteString("graph", GraphFingerprint.Of(table.Plan.Graph));
        json.WriteEndObject();
    });

    /// <summary>Reads the records.</summary>
    /// <returns>Where the last whole record ends.</returns>
    /// <exception cref="HaloValidationException">The file is no journal of this graph, damaged elsewhere than at its end, or beyond a limit.</exception>
    public long Read(Stream stream)
    {
        if (stream.CanSeek && stream.Length > limits.MaxBytes) Refuse(0, $"The journal has {stream.Length} bytes, more than the limit {nameof(JournalLimits.MaxBytes)} of {limits.MaxBytes}.");
        var lines = new LineReader(stream, Math.Max(limits.MaxRecordBytes, Header.Length));
        if (!TryReadHeader(lines)) return 0;
        var whole = lines.NextOffset;
        var damaged = 0;
        for (var number = 2; lines.TryRead(out var line, out var isComplete); number++)
        {
            if (lines.IsTooLong) Refuse(number, $"The record is longer than {limits.MaxRecordBytes} bytes, the limit {nameof(JournalLimits.MaxRecordBytes)}.");
            var json = isComplete ? JournalLines.Read(line) : default;
            if (json.ValueKind == JsonValueKind.Undefined)
            {
                if (damaged == 0) damaged = number;
                continue;
            }

            if (damaged > 0) Fault(damaged, "is damaged, yet whole records follow.", "A crash tears only the last record: mend the file or begin without it.");
            damaged = 0;
            Take(json, number);
            whole = lines.NextOffset;
        }

        _faults.ThrowIfErrors();
        return whole;
    }

    /// <summary>Takes what failed for what has not ended: it is run again, and its next record replaces the failure.</summary>
    public void ForgetFailures()
    {
        foreach (var (task, _) in _ended.Where(ended => ended.Value.Outcome == TaskOutcome.Failed).ToArray())
        {
            _ended.Remove(task);
            table.Agents[task] = -1;
            table.Attempts[task] = 0;
        }
    }

    // False when there is nothing yet but, at most, a torn header.
    private bool TryReadHeader(LineReader lines)
    {
        if (!lines.TryRead(out var line, out var isComplete)) return false;
        if (isComplete && line.SequenceEqual(Header.AsSpan(..^1))) return true;
        if (!isComplete && Header.AsSpan().StartsWith(line)) return false;
        var header = JournalLines.Read(line);
        if (header.ValueKind == JsonValueKind.Object && header.TryGetProperty("haloJournal", out _)) Fault(1, "is the journal of another graph.", "Use a journal for one graph only.");
        else Fault(1, "is not the beginning of a journal.", "Name a new file.");
        _faults.ThrowIfErrors();
        return false;
    }

    private void Take(JsonElement json, int number)
    {
        if (JournalRecord.Read(json) is not { } record)
        {
            Fault(number, "is not a record.", "");
            return;
        }

        if (!table.Plan.Graph.TryGetIndex(record.Task, out var task)) Fault(number, $"names '{record.Task}', which is not a task of the graph.", "");
        else if (_ended.TryGetValue(task, out var before) && before.Outcome != TaskOutcome.Failed) Fault(number, $"says a second time that '{record.Task}' ended.", "");
        else Take(record, task, number);
    }

    private void Take(JournalRecord record, int task, int number)
    {
        try
        {
            _ended[task] = record.ToEnd(types); // in the place of a failure that was tried again
            table.Agents[task] = table.Plan.Agents.IndexOf(record.Agent);
            table.Attempts[task] = record.Attempts;
        }
        catch (JsonException exception)
        {
            Fault(number, $"has a result of '{record.Task}' that is not what its handler returns: {exception.Message}", "Begin without the journal when the type of the results has changed.");
        }
    }

    private void Refuse(int line, string message)
    {
        _faults.Error(DiagnosticCodes.InvalidJournal, message, "Raise the limit where that is meant.", new SourceLocation(path, line));
        _faults.ThrowIfErrors();
    }

    private void Fault(int line, string message, string help) =>
        _faults.Error(DiagnosticCodes.InvalidJournal, $"The line {message}", help, new SourceLocation(path, line));
}
