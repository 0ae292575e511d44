namespace Halo.Formats;

/// <summary>Reads a standard task graph wherever its lines break.</summary>
internal static class StgFreeText
{
    /// <summary>Reads a text; the first word that does not fit is the last that is read.</summary>
    public static LoadResult<TaskFile> Read(ReadOnlySpan<byte> text, TaskFileDraft draft)
    {
        var words = new TextWords(text);
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
            draft.Fault(DiagnosticCodes.InvalidTask, $"'{TextWords.Show(extra)}' comes after the last task.", "The first line says how many tasks there are.", words.Line);
        }

        return rows.Finish(words.Line);
    }
}
