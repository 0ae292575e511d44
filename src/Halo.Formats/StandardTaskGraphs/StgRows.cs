using System.Globalization;

namespace Halo.Formats;

/// <summary>The tasks of a standard task graph, checked against its first line and against each other.</summary>
internal sealed class StgRows
{
    private const int MostMissingShown = 10;
    private const string TaskType = "task";
    private const string ProcessorName = "processor";

    private readonly TaskFileDraft _draft;
    private readonly int _expected; // entry and exit included
    private readonly List<Row> _rows = [];
    private readonly List<int> _predecessors = [];
    private readonly Dictionary<int, int> _rowOfId = [];
    private readonly int? _processors; // given in the prototype form, where entry and exit may be left out
    private int _begun;

    private StgRows(TaskFileDraft draft, StgHeader header)
    {
        _draft = draft;
        _expected = header.Tasks + 2;
        _processors = header.Processors;
        if (_processors is { } count) draft.AddAgent(new Agent(ProcessorName) { MaxConcurrentTasks = count, Types = [TaskType] }, header.Line);
    }

    /// <summary>Whether every task has begun that can be in the file.</summary>
    public bool IsComplete => _begun >= _expected;

    /// <summary>Reads the first line; null when it has no number of tasks, which is reported.</summary>
    public static StgRows? ReadHeader(ref TextWords words, TaskFileDraft draft) => StgHeader.Read(ref words, draft) is { } header ? new StgRows(draft, header) : null;

    /// <summary>Begins a task.</summary>
    /// <returns>Its row; -1 when the task is refused.</returns>
    public int Begin(int id, double time, int line)
    {
        _begun++;
        if (id >= _expected) return Refuse(id, string.Create(CultureInfo.InvariantCulture, $"ids go from 0 to {_expected - 1}."), line);
        if (!_rowOfId.TryAdd(id, _rows.Count))
        {
            var first = _rowOfId[id];
            return Refuse(id, string.Create(CultureInfo.InvariantCulture, $"the id is given {(first < 0 ? "" : $"on line {_rows[first].Line} ")}already."), line);
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
        else Fault(
            _rows[row].Id,
            string.Create(CultureInfo.InvariantCulture, $"its predecessor {id} does not exist; ids go from 0 to {_expected - 1}."), line);
    }

    public void ReportCount(int row, int said, int listed, int line)
    {
        if (row >= 0) Fault(
            _rows[row].Id, string.Create(CultureInfo.InvariantCulture, $"it says {said} predecessors and lists {listed}."), line);
    }

    /// <summary>The graph, or every fault.</summary>
    public LoadResult<TaskFile> Finish(int lastLine)
    {
        ReportMissing(lastLine);
        if (_processors is not null) ReportUnlisted();
        for (var i = 0; i < _rows.Count; i++)
        {
            var end = i + 1 < _rows.Count ? _rows[i + 1].Start : _predecessors.Count;
            _draft.AddTask(new TaskNode(_rows[i].Id, TaskType) { DependsOn = IdsOf(_rows[i].Start, end), Estimate = TaskEstimate.FromSeconds(_rows[i].Time) }, _rows[i].Line);
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
        var (first, count) = _processors is null ? (0, _expected) : (1, _expected - 2);
        var listed = _rowOfId.Count;
        if (_processors is not null) listed -= (_rowOfId.ContainsKey(0) ? 1 : 0) + (_rowOfId.ContainsKey(_expected - 1) ? 1 : 0);
        var missing = count - listed;
        if (missing == 0) return;
        var shown = Enumerable.Range(first, count).Where(id => !_rowOfId.ContainsKey(id)).Take(MostMissingShown);
        _draft.Fault(DiagnosticCodes.InvalidTask,
            string.Create(CultureInfo.InvariantCulture, $"{_expected - 2} tasks{(_processors is null ? $" with entry and exit make {_expected}" : " are said")}; missing: {string.Join(", ", shown)}{(missing > MostMissingShown ? ", ..." : "")}."),
            "Add them or correct the first line.", lastLine);
    }

    // Of tasks that may be left out, those that are left out and needed.
    private void ReportUnlisted()
    {
        for (var i = 0; i < _rows.Count; i++)
        {
            var end = i + 1 < _rows.Count ? _rows[i + 1].Start : _predecessors.Count;
            for (var p = _rows[i].Start; p < end; p++)
            {
                var id = _predecessors[p];
                if ((id == 0 || id == _expected - 1) && !_rowOfId.ContainsKey(id)) Fault(
                    _rows[i].Id, string.Create(CultureInfo.InvariantCulture, $"its predecessor {id} does not exist."), _rows[i].Line);
            }
        }
    }

    private int Refuse(int id, string message, int line)
    {
        Fault(id.ToString(CultureInfo.InvariantCulture), message, line);
        return -1;
    }

    private void Fault(string id, string message, int line) => _draft.Fault(DiagnosticCodes.InvalidTask, $"Task '{id}': {message}", "", line);

    private readonly record struct Row(string Id, double Time, int Start, int Line);
}
