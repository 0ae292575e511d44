using Halo.Execution;

namespace Halo.Unit.Execution.Journaling;

/// <summary>Lines of journals, with right checksums.</summary>
internal static class Journals
{
    /// <summary>The lines of a journal, each with its line feed where it has one.</summary>
    public static List<byte[]> Lines(byte[] journal)
    {
        var lines = new List<byte[]>();
        for (var start = 0; start < journal.Length;)
        {
            var feed = Array.IndexOf(journal, (byte)'\n', start);
            var end = feed < 0 ? journal.Length : feed + 1;
            lines.Add(journal[start..end]);
            start = end;
        }

        return lines;
    }

    /// <summary>The line around a JSON object.</summary>
    public static byte[] Line(string json) => JournalLines.Write(writer => writer.WriteRawValue(json));

    /// <summary>How many tasks a journal says have ended.</summary>
    public static int Records(byte[] journal) => Lines(journal).Count(line => line[^1] == '\n' && line.AsSpan().IndexOf("{\"task\":"u8) == 9);
}
