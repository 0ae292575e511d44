using System.Text.Json;

namespace Halo.Routing;

/// <summary>A join rule as in a graph file: its name, or <c>{"quorum":2}</c>.</summary>
public sealed class JoinRuleConverter : CursorConverter<JoinRule>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, JoinRule value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Write(writer, value);
    }

    /// <inheritdoc/>
    protected override JoinRule ReadValue(ref JsonCursor json) => JoinReader.ReadJoin(ref json);

    internal static void Write(Utf8JsonWriter json, JoinRule join)
    {
        switch (join.Kind)
        {
            case JoinKind.AllSucceeded: json.WriteStringValue("allSucceeded"); break;
            case JoinKind.AllDone: json.WriteStringValue("allDone"); break;
            default:
                json.WriteStartObject();
                json.WriteNumber("quorum", join.Count);
                json.WriteEndObject();
                break;
        }
    }
}
