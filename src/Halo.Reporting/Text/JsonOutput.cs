using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Halo.Reporting;

/// <summary>JSON that goes to a stream in pieces, whatever its length.</summary>
/// <remarks>
/// The writer fills a buffer and not the stream itself: the serializer flushes after every object, which a file would feel.
/// </remarks>
public sealed class JsonOutput : IDisposable
{
    private const int PieceSize = 64 * 1024;

    private static readonly JsonWriterOptions ForPeople = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // the text is for files and pipes, and people read it
    };

    private static readonly JsonWriterOptions ForPages = new() { Encoder = JavaScriptEncoder.Default }; // escapes what could end a script element

    private readonly ArrayBufferWriter<byte> _buffer = new(PieceSize);
    private readonly Stream _stream;

    /// <summary>Begins a document.</summary>
    /// <param name="stream">Where the pieces go; it is left open.</param>
    /// <param name="isInPage">Whether the text stands inside a script element, so that it must hold nothing that could end it.</param>
    public JsonOutput(Stream stream, bool isInPage = false)
    {
        _stream = stream;
        Json = new Utf8JsonWriter(_buffer, isInPage ? ForPages : ForPeople);
    }

    /// <summary>Writes to the current piece.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Writes one document and a line end.</summary>
    /// <typeparam name="T">The kind of document.</typeparam>
    /// <param name="document">The document.</param>
    /// <param name="contract">How it is written.</param>
    /// <param name="stream">Where to; it is left open.</param>
    public static void Write<T>(T document, JsonTypeInfo<T> contract, Stream stream)
    {
        using var output = new JsonOutput(stream);
        output.Write(document, contract);
        output.Complete();
    }

    /// <summary>Writes an object as the generated contract says.</summary>
    public void Write<T>(T value, JsonTypeInfo<T> contract)
    {
        JsonSerializer.Serialize(Json, value, contract);
        PassOn(PieceSize / 2);
    }

    /// <summary>Writes a text.</summary>
    public void Write(string text)
    {
        Json.WriteStringValue(text);
        if (Json.BytesPending > PieceSize / 2) PassOn(0);
    }

    /// <summary>Ends a part of the document that may be passed on.</summary>
    public void EndPart()
    {
        if (Json.BytesPending + _buffer.WrittenCount > PieceSize / 2) PassOn(0);
    }

    /// <summary>Ends the document with a line end and passes on what is left.</summary>
    public void Complete()
    {
        Json.Flush();
        _buffer.Write("\n"u8);
        PassOn(0);
    }

    /// <inheritdoc/>
    public void Dispose() => Json.Dispose();

    private void PassOn(int threshold)
    {
        Json.Flush();
        if (_buffer.WrittenCount < threshold) return;
        _stream.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
    }
}
