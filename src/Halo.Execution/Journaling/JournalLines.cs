using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Halo.Execution;

/// <summary>The lines of a journal: a checksum of eight hexadecimal digits (CRC-32C), a space, a JSON object, a line feed.</summary>
internal static class JournalLines
{
    private const int PrefixLength = 9;

    // As deep as a writer of JSON goes: what can be written can be read.
    private const int MaxDepth = 1_000;

    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789abcdef"u8);

    public static JsonReaderOptions ReaderOptions { get; } = new() { MaxDepth = MaxDepth };

    /// <summary>The line around an object.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(stackalloc byte[PrefixLength]);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = MaxDepth })) write(json);
        var line = new byte[buffer.WrittenCount + 1];
        buffer.WrittenSpan.CopyTo(line);
        Encoding.ASCII.GetBytes(Checksum(line.AsSpan(PrefixLength..^1)).ToString("x8", CultureInfo.InvariantCulture), line);
        line[PrefixLength - 1] = (byte)' ';
        line[^1] = (byte)'\n';
        return line;
    }

    /// <summary>The object of a line without its line feed; undefined when the line is damaged.</summary>
    public static JsonElement Read(ReadOnlySpan<byte> line)
    {
        if (line.Length <= PrefixLength || line[PrefixLength - 1] != ' ') return default;
        if (!AreDigits(line[..(PrefixLength - 1)])) return default;
        var checksum = uint.Parse(line[..(PrefixLength - 1)], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var text = line[PrefixLength..];
        if (Checksum(text) != checksum) return default;
        try
        {
            var reader = new Utf8JsonReader(text, ReaderOptions);
            var json = JsonElement.ParseValue(ref reader);
            return reader.BytesConsumed == text.Length ? json : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>Whether bytes may be part of a checksum.</summary>
    public static bool AreDigits(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExcept(Digits);

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        foreach (var b in bytes) checksum = BitOperations.Crc32C(checksum, b);
        return ~checksum;
    }
}
