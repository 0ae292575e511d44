using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Halo.Results;

/// <summary>JSON that people read too: indented, the same on every system, with a line end after it.</summary>
internal static class JsonText
{
    public static JsonWriterOptions Options { get; } = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // the text is for files and pipes
    };

    // As a whole: over a stream, the serializer flushes after every object.
    public static void Write<T>(T document, JsonTypeInfo<T> contract, Stream stream)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text, Options)) JsonSerializer.Serialize(json, document, contract);
        text.Write("\n"u8);
        stream.Write(text.WrittenSpan);
    }

    /// <summary>Whether a text is the beginning of an object, and its end is missing.</summary>
    public static bool IsBeginning(string text)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), isFinalBlock: false, default);
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return false;
            while (json.Read())
            {
            }

            return json.CurrentDepth > 0 || json.TokenType != JsonTokenType.EndObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
