using System.Text.Json;

namespace Halo.Routing;

/// <summary>An estimate as in a graph file: seconds, or an object of agent and seconds.</summary>
public sealed class TaskEstimateConverter : CursorConverter<TaskEstimate>
{
    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TaskEstimate value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        Write(writer, value);
    }

    /// <inheritdoc/>
    protected override TaskEstimate ReadValue(ref JsonCursor json)
    {
        if (EstimateReader.Read(ref json) is { } estimate) return estimate;
        if (!json.Faults.HasErrors) json.Fault(DiagnosticCodes.InvalidValue, "an estimate by agent names no agent.", "Give seconds for at least one agent, or one figure for all.");
        return null!;
    }

    internal static void Write(Utf8JsonWriter json, TaskEstimate estimate)
    {
        if (estimate.Seconds is { } seconds)
        {
            json.WriteNumberValue(seconds);
            return;
        }

        json.WriteStartObject();
        foreach (var (agent, perAgent) in estimate.SecondsByAgent) json.WriteNumber(agent, perAgent);
        json.WriteEndObject();
    }
}
