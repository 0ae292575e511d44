using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Halo.Core;

/// <summary>An attribute's value as JSON of its own type: a string, a number with all its digits, true, false; null when it is absent.</summary>
public sealed class AttributeValueConverter : JsonConverter<AttributeValue>
{
    /// <inheritdoc/>
    public override bool HandleNull => true;

    /// <inheritdoc/>
    public override AttributeValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => NumberText.TryParse(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan, out var number)
            ? number
            : throw new JsonException("An attribute's number cannot be held exactly: whole numbers have at most 64 bits, others at most 17 digits."),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => default,
        _ => throw new JsonException("An attribute's value is a string, a number or a boolean."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AttributeValue value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>Writes a value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    public static void Write(Utf8JsonWriter writer, AttributeValue value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.TryGetString(out var text)) writer.WriteStringValue(text);
        else if (value.TryGetInteger(out var whole)) writer.WriteNumberValue(whole);
        else if (value.TryGetNumber(out var number)) writer.WriteNumberValue(number);
        else if (value.TryGetBoolean(out var flag)) writer.WriteBooleanValue(flag);
        else writer.WriteNullValue();
    }
}
