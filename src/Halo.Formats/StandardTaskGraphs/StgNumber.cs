using System.Globalization;
using System.Text;

namespace Halo.Formats;

/// <summary>Reads words as numbers, or says what they should have been.</summary>
internal static class StgNumber
{
    private const int MostShown = 40;

    public static int? Integer(ReadOnlySpan<byte> word, string what, TaskFileDraft draft, int line)
    {
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        draft.Fault(DiagnosticCodes.InvalidValue, $"'{Text(word)}' stands where {what} should be.", "Write a whole number, zero or more.", line);
        return null;
    }

    public static double? Time(ReadOnlySpan<byte> word, TaskFileDraft draft, int line)
    {
        if (double.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var time) && double.IsFinite(time)) return time;
        draft.Fault(DiagnosticCodes.InvalidValue, $"'{Text(word)}' stands where a time should be.", "Write a number, zero or more.", line);
        return null;
    }

    /// <summary>A word for a message, cut short.</summary>
    public static string Text(ReadOnlySpan<byte> word) => word.Length <= MostShown ? Encoding.UTF8.GetString(word) : $"{Encoding.UTF8.GetString(word[..MostShown])}...";
}
