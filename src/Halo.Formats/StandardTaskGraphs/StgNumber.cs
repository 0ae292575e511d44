using System.Globalization;

namespace Halo.Formats;

/// <summary>Reads words as numbers, or says what they should have been.</summary>
internal static class StgNumber
{
    public static int? Integer(ReadOnlySpan<byte> word, string what, TaskFileDraft draft, int line)
    {
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        draft.Fault(DiagnosticCodes.InvalidValue, $"'{TextWords.Show(word)}' is not {what}.", "Write a whole number, zero or more.", line);
        return null;
    }

    public static double? Time(ReadOnlySpan<byte> word, TaskFileDraft draft, int line)
    {
        if (double.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var time) && double.IsFinite(time)) return time;
        draft.Fault(DiagnosticCodes.InvalidValue, $"'{TextWords.Show(word)}' is not a time.", "Write a number, zero or more.", line);
        return null;
    }
}
