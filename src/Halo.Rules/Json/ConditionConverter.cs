using System.Text.Json;

namespace Halo.Rules;

/// <summary>A condition as the <c>when</c> of a rule file: <c>{"type":"compile","cores":{"gte":8}}</c>.</summary>
public sealed class ConditionConverter : CursorConverter<Condition>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Condition value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        RuleWriter.WriteObject(writer, value);
    }

    /// <inheritdoc/>
    protected override Condition ReadValue(ref JsonCursor json) => ConditionReader.Read(ref json, "a condition");
}
