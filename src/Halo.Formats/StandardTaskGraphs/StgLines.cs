using System.Globalization;

namespace Halo.Formats;

/// <summary>Reads a standard task graph with a task on each line, so that one fault does not hide the next.</summary>
internal sealed class StgLines(TaskFileDraft draft)
{
    private const int Head = 3; // id, time and number of predecessors

    private readonly List<double> _numbers = [];
    private int _lines;
    private int _fittingLines;

    /// <summary>Whether half of the lines of numbers or more are a task each: the text is meant to be read by line.</summary>
    public bool IsByLine => _fittingLines * 2L >= _lines;

    public LoadResult<TaskFile> Read(ReadOnlySpan<byte> text)
    {
        var words = new TextWords(text);
        if (StgRows.ReadHeader(ref words, draft) is not { } rows) return draft.Finish();
        var (line, isSound) = (words.Line, true);
        var hasHeader = true; // the line of the header is a task's line for the words after it, and none of them belongs there
        while (!draft.Faults.HasDropped && words.Next(out var word))
        {
            if (words.Line != line)
            {
                if (isSound) AddLine(rows, line);
                (line, isSound, hasHeader) = (words.Line, true, false);
                _numbers.Clear();
            }

            if (hasHeader && isSound)
            {
                draft.Fault(DiagnosticCodes.InvalidTask, $"'{TextWords.Show(word)}' comes after the number of tasks.", "Begin the first task on a line of its own.", line);
                _lines++;
                isSound = false;
            }

            if (!isSound || TryAddNumber(word, line)) continue;
            isSound = false;
            if (_numbers.Count > 0) rows.Mention((int)_numbers[0]);
        }

        if (isSound) AddLine(rows, line);
        return rows.Finish(words.Line);
    }

    private bool TryAddNumber(ReadOnlySpan<byte> word, int line)
    {
        double? number = _numbers.Count switch
        {
            0 => StgNumber.Integer(word, "an id", draft, line),
            1 => StgNumber.Time(word, draft, line),
            2 => StgNumber.Integer(word, "a number of predecessors", draft, line),
            _ => StgNumber.Integer(word, "a predecessor", draft, line),
        };
        if (number is { } read) _numbers.Add(read);
        return number is not null;
    }

    private void AddLine(StgRows rows, int line)
    {
        if (_numbers.Count == 0) return;
        _lines++;
        if (_numbers.Count < Head)
        {
            draft.Fault(DiagnosticCodes.InvalidTask, string.Create(CultureInfo.InvariantCulture, $"Task '{_numbers[0]}': its line ends too early."),
                "Give every task an id, a time and a number of predecessors.", line);
            rows.Mention((int)_numbers[0]);
            return;
        }

        var row = rows.Begin((int)_numbers[0], _numbers[1], line);
        foreach (var predecessor in _numbers.Skip(Head)) rows.AddPredecessor(row, (int)predecessor, line);
        if ((int)_numbers[2] == _numbers.Count - Head) _fittingLines++;
        else rows.ReportCount(row, (int)_numbers[2], _numbers.Count - Head, line);
    }
}
