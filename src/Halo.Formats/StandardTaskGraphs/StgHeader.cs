namespace Halo.Formats;

/// <summary>The first line of a standard task graph.</summary>
/// <param name="Tasks">The number of tasks without entry and exit.</param>
/// <param name="Processors">The number of processors, at least 1; null when the line has one number only.</param>
/// <param name="Line">Where it is.</param>
internal sealed record StgHeader(int Tasks, int? Processors, int Line)
{
    /// <summary>Reads the first line; null when it has no number of tasks, which is reported.</summary>
    public static StgHeader? Read(ref TextWords words, TaskFileDraft draft)
    {
        words.Next(out var word);
        var line = words.Line;
        if (StgNumber.Integer(word, "the number of tasks", draft, line) is not { } tasks) return null;
        if (tasks > int.MaxValue - 2 || !draft.HasRoom(tasks, "tasks", line)) return null;
        if (!IsSecondAndLast(words)) return new StgHeader(tasks, null, line);
        words.Next(out word);
        if (StgNumber.Integer(word, "the number of processors", draft, line) is not { } processors) return null;
        if (processors > 0) return new StgHeader(tasks, processors, line);
        draft.Fault(DiagnosticCodes.InvalidValue, "The number of processors is 0.", "Give at least 1, or leave it out.", line);
        return null;
    }

    // A whole number that ends the line; the words are a copy, and stay where they are.
    private static bool IsSecondAndLast(TextWords words)
    {
        var line = words.Line;
        if (!words.Next(out var second) || words.Line != line || second.ContainsAnyExceptInRange((byte)'0', (byte)'9')) return false;
        return words.Next(out _) && words.Line != line;
    }
}
