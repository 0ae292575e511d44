using System.Text;

namespace Halo.Formats;

/// <summary>What can be seen at a glance of a text that is not JSON.</summary>
internal static class TextGlance
{
    private const int MostQuoted = 40;

    /// <summary>Whether the first word, lines of comment apart, consists of digits.</summary>
    public static bool BeginsWithNumber(ReadOnlySpan<byte> text)
    {
        while (text.StartsWith("#"u8)) text = AfterLine(text).TrimStart(" \t\r\n"u8);
        var end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? text.Length > 0 : end > 0 && text[end] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'#';
    }

    /// <summary>Whether a line begins, without indentation, with a YAML key.</summary>
    public static bool HasKey(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key)
    {
        for (; !text.IsEmpty; text = AfterLine(text))
        {
            var line = text;
            var quote = line[0] is (byte)'"' or (byte)'\'' ? 1 : 0;
            line = line[quote..];
            if (!line.StartsWith(key)) continue;
            line = line[key.Length..];
            if (quote > 0 && !line.IsEmpty && line[0] == text[0]) line = line[1..];
            if (line.TrimStart(" \t"u8).StartsWith(":"u8)) return true;
        }

        return false;
    }

    /// <summary>The beginning of a text, quoted and cut short.</summary>
    public static string Quote(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        var line = Encoding.UTF8.GetString(text[..Math.Min(end < 0 ? text.Length : end, MostQuoted * 4)]);
        return line.Length > MostQuoted ? $"'{line[..MostQuoted].TrimEnd()}...'" : $"'{line}'";
    }

    private static ReadOnlySpan<byte> AfterLine(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        return end < 0 ? [] : text[(end + 1)..];
    }
}
