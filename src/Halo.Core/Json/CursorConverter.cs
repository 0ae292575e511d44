using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Halo.Core;

/// <summary>
/// Reads a value for <see cref="JsonSerializer"/> as the files of the library are read: by the same code, with the same faults, all of
/// which one <see cref="JsonException"/> names. Needs no reflection.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public abstract class CursorConverter<T> : JsonConverter<T>
{
    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var faults = new DiagnosticBag();
        var json = new JsonCursor(JsonMarshal.GetRawUtf8Value(document.RootElement), null, faults, InputLimits.Default);
        json.Reader.Read();
        var value = ReadValue(ref json);
        return faults.HasErrors ? throw new JsonException(string.Join(' ', faults.ToList().Select(fault => $"{fault.Message} {fault.Help}".TrimEnd()))) : value;
    }

    /// <summary>Reads the value at the cursor. What is returned after a fault is not used.</summary>
    /// <param name="json">The cursor, on the first token of the value; it is left on the last.</param>
    protected abstract T ReadValue(ref JsonCursor json);
}
