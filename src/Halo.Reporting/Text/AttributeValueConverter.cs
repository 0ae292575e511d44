using System.Text.Json;
using System.Text.Json.Serialization;

namespace Halo.Reporting;

/// <summary>An attribute's value as JSON of its own type.</summary>
public sealed class AttributeValueConverter : JsonConverter<AttributeValue>
{
    /// <inheritdoc/>
    public override AttributeValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw new JsonException("An attribute's value is a string, a number or a boolean."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, AttributeValue value, JsonSerializerOptions options)
    {
        if (value.TryGetString(out var text)) writer.WriteStringValue(text);
        else if (value.TryGetNumber(out var number)) writer.WriteNumberValue(number);
        else if (value.TryGetBoolean(out var flag)) writer.WriteBooleanValue(flag);
        else writer.WriteNullValue();
    }
}
