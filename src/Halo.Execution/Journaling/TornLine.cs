using System.Text.Json;

namespace Halo.Execution;

/// <summary>
/// Tells a last line without an end that a crash left, which is the beginning of one record, from a file that was damaged in
/// another way: zeros in the place of records, for instance, have no line ends either.
/// </summary>
internal static class TornLine
{
    private const int ChecksumLength = 8;
    private const byte FirstPrintable = 0x20;

    /// <summary>Whether bytes without a line feed can be what was written of one record.</summary>
    /// <param name="line">The bytes.</param>
    /// <param name="task">The task that the record is about; null when that was not written.</param>
    public static bool IsBeginningOfRecord(ReadOnlySpan<byte> line, out string? task)
    {
        task = null;
        foreach (var b in line)
        {
            if (b < FirstPrintable) return false; // records escape them
        }

        if (!JournalLines.AreDigits(line[..Math.Min(ChecksumLength, line.Length)])) return false;
        if (line.Length <= ChecksumLength) return true;
        if (line[ChecksumLength] != ' ') return false;
        try
        {
            return IsBeginningOfObject(line, line[(ChecksumLength + 1)..], out task);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return false; // no JSON, or a text with half of a surrogate pair
        }
    }

    private static bool IsBeginningOfObject(ReadOnlySpan<byte> line, ReadOnlySpan<byte> text, out string? task)
    {
        task = null;
        if (text.Length > 0 && text[0] != '{') return false;
        var reader = new Utf8JsonReader(text, isFinalBlock: false, new JsonReaderState(JournalLines.ReaderOptions));
        var isTask = false;
        while (reader.Read())
        {
            if (isTask && reader.TokenType == JsonTokenType.String) task = reader.GetString();
            isTask = reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("task"u8);
            if (reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.EndObject)
            {
                return JournalLines.Read(line).ValueKind == JsonValueKind.Object; // all of it but the line feed
            }
        }

        return true;
    }
}
