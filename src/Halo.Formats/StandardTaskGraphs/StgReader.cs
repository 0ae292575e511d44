using System.Globalization;
using Halo.Rules;

namespace Halo.Formats;

/// <summary>Reads a standard task graph in one of two ways.</summary>
internal static class StgReader
{
    /// <summary>Reads words wherever the lines break; the first that does not fit is the last that is read.</summary>
    public static LoadResult<TaskFile> ReadWords(ReadOnlySpan<byte> text, TaskFileDraft draft)
    {
        var words = new StgWords(text);
        if (StgRows.ReadHeader(ref words, draft) is not { } rows) return draft.Finish();
        while (!rows.IsComplete && words.Next(out var word))
        {
            var (id, line) = (StgNumber.Integer(word, "an id", draft, words.Line), words.Line);
            var time = words.Next(out word) ? StgNumber.Time(word, draft, words.Line) : null;
            var count = words.Next(out word) ? StgNumber.Integer(word, "a number of predecessors", draft, words.Line) : null;
            if (id is null || time is null || count is null)
            {
                if (word.IsEmpty) draft.Fault(DiagnosticCodes.InvalidTask, "The file ends within a task.", "Give every task an id, a time and a number of predecessors.", line);
                return draft.Finish();
            }

            var row = rows.Begin(id.Value, time.Value, line);
            var listed = 0;
            for (; listed < count && words.Next(out word); listed++)
            {
                if (StgNumber.Integer(word, "a predecessor", draft, words.Line) is not { } predecessor) return draft.Finish();
                rows.AddPredecessor(row, predecessor, words.Line);
            }

            if (listed != count) rows.ReportCount(row, count.Value, listed, line);
        }

        if (words.Next(out var extra))
        {
            draft.Fault(DiagnosticCodes.InvalidTask, $"'{StgNumber.Text(extra)}' stands behind the last task.", "The first line says how many tasks there are.", words.Line);
        }

        return rows.Finish(words.Line);
    }

    /// <summary>Reads a task a line, so that one fault does not hide the next.</summary>
    public static LoadResult<TaskFile> ReadLines(ReadOnlySpan<byte> text, TaskFileDraft draft)
    {
        var words = new StgWords(text);
        if (StgRows.ReadHeader(ref words, draft) is not { } rows) return draft.Finish();
        var (headerLine, line, numbers, isSound) = (words.Line, 0, new List<double>(), true);
        while (words.Next(out var word))
        {
            if (draft.Faults.HasDropped) break;
            if (words.Line != line)
            {
                if (isSound) AddLine(rows, draft, numbers, line);
                (line, isSound) = (words.Line, words.Line != headerLine);
                numbers.Clear();
                if (!isSound) draft.Fault(DiagnosticCodes.InvalidTask, $"'{StgNumber.Text(word)}' stands behind the number of tasks.", "Begin the first task on a line of its own.", line);
            }

            if (!isSound) continue;
            var number = numbers.Count == 1 ? StgNumber.Time(word, draft, line) : StgNumber.Integer(word, numbers.Count == 0 ? "an id" : numbers.Count == 2 ? "a number of predecessors" : "a predecessor", draft, line);
            if (number is { } read) numbers.Add(read);
            else isSound = false;
        }

        if (isSound) AddLine(rows, draft, numbers, line);
        return rows.Finish(words.Line);
    }

    private static void AddLine(StgRows rows, TaskFileDraft draft, List<double> numbers, int line)
    {
        if (numbers.Count == 0) return;
        if (numbers.Count < 3)
        {
            draft.Fault(DiagnosticCodes.InvalidTask, string.Create(CultureInfo.InvariantCulture, $"Task '{numbers[0]}': its line ends too early."),
                "Give every task an id, a time and a number of predecessors.", line);
            rows.Mention((int)numbers[0]);
            return;
        }

        var row = rows.Begin((int)numbers[0], numbers[1], line);
        foreach (var predecessor in numbers.Skip(3)) rows.AddPredecessor(row, (int)predecessor, line);
        if ((int)numbers[2] != numbers.Count - 3) rows.ReportCount(row, (int)numbers[2], numbers.Count - 3, line);
    }
}
