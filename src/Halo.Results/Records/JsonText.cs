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

    public static void Write<T>(T document, JsonTypeInfo<T> contract, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        JsonSerializer.Serialize(json, document, contract);
        json.Flush();
        stream.Write("\n"u8);
    }
}
