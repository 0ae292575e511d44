using System.Globalization;

namespace Halo.Formats;

/// <summary>The tasks of a standard task graph, checked against its first line and against each other.</summary>
internal sealed class StgRows
{
    private const int MostMissingShown = 10;
    private const string TaskType = "task";

    private readonly TaskFileDraft _draft;
    private readonly int _expected; // entry and exit included
    private readonly List<Row> _rows = [];
    private readonly List<int> _predecessors = [];
    private readonly Dictionary<int, int> _rowOfId = [];
    private int _begun;

    private StgRows(TaskFileDraft draft, int tasks)
    {
        _draft = draft;
        _expected = tasks + 2;
    }

    public bool IsComplete => _begun >= _expected;

    /// <summary>Reads the number of tasks; null when it cannot be one, which is reported.</summary>
    public static StgRows? ReadHeader(ref StgWords words, TaskFileDraft draft)
    {
        words.Next(out var word);
        if (StgNumber.Integer(word, "the number of tasks", draft, words.Line) is not { } tasks) return null;
        return tasks <= int.MaxValue - 2 && draft.HasRoom(tasks, "tasks", words.Line) ? new StgRows(draft, tasks) : null;
    }

    /// <summary>Begins a task.</summary>
    /// <returns>Its row; -1 when the task is refused.</returns>
    public int Begin(int id, double time, int line)
    {
        _begun++;
        if (id >= _expected) return Refuse(id, string.Create(CultureInfo.InvariantCulture, $"ids go from 0 to {_expected - 1}."), line);
        if (!_rowOfId.TryAdd(id, _rows.Count))
        {
            var first = _rowOfId[id];
            return Refuse(id, string.Create(CultureInfo.InvariantCulture, $"the id stands {(first < 0 ? "" : $"on line {_rows[first].Line} ")}already."), line);
        }

        _rows.Add(new Row(id.ToString(CultureInfo.InvariantCulture), time, _predecessors.Count, line));
        return _rows.Count - 1;
    }

    /// <summary>Notes an id whose task cannot be read, so that it does not count as missing.</summary>
    public void Mention(int id)
    {
        _begun++;
        if (id < _expected) _rowOfId.TryAdd(id, -1);
    }

    public void AddPredecessor(int row, int id, int line)
    {
        if (row < 0) return;
        if (id < _expected) _predecessors.Add(id);
        else Fault(_rows[row].Id, string.Create(CultureInfo.InvariantCulture, $"its predecessor {id} does not exist; ids go from 0 to {_expected - 1}."), line);
    }

    public void ReportCount(int row, int said, int listed, int line)
    {
        if (row >= 0) Fault(_rows[row].Id, string.Create(CultureInfo.InvariantCulture, $"it says {said} predecessors and lists {listed}."), line);
    }

    /// <summary>The graph, or every fault.</summary>
    public LoadResult<TaskFile> Finish(int lastLine)
    {
        ReportMissing(lastLine);
        for (var i = 0; i < _rows.Count; i++)
        {
            var end = i + 1 < _rows.Count ? _rows[i + 1].Start : _predecessors.Count;
            _draft.AddTask(new TaskNode(_rows[i].Id, TaskType) { DependsOn = IdsOf(_rows[i].Start, end), Estimate = _rows[i].Time }, _rows[i].Line);
        }

        return _draft.Finish();
    }

    // A predecessor without a row is missing, which is reported already.
    private string[] IdsOf(int start, int end)
    {
        if (start == end) return [];
        var ids = new string[end - start];
        var count = 0;
        for (var p = start; p < end; p++)
        {
            if (_rowOfId.TryGetValue(_predecessors[p], out var row) && row >= 0) ids[count++] = _rows[row].Id;
        }

        return count == ids.Length ? ids : ids[..count];
    }

    private void ReportMissing(int lastLine)
    {
        var missing = _expected - _rowOfId.Count;
        if (missing == 0) return;
        var shown = Enumerable.Range(0, _expected).Where(id => !_rowOfId.ContainsKey(id)).Take(MostMissingShown);
        _draft.Fault(DiagnosticCodes.InvalidTask,
            string.Create(CultureInfo.InvariantCulture, $"{_expected - 2} tasks with entry and exit make {_expected}; missing: {string.Join(", ", shown)}{(missing > MostMissingShown ? ", ..." : "")}."),
            "Add them or correct the first line.", lastLine);
    }

    private int Refuse(int id, string message, int line)
    {
        Fault(id.ToString(CultureInfo.InvariantCulture), message, line);
        return -1;
    }

    private void Fault(string id, string message, int line) => _draft.Fault(DiagnosticCodes.InvalidTask, $"Task '{id}': {message}", "", line);

    private readonly record struct Row(string Id, double Time, int Start, int Line);
}
