using System.Globalization;
using System.Text.Json;

namespace Halo.Routing;

/// <summary>Reads estimates of tasks: seconds, or an object of agent and seconds.</summary>
internal static class EstimateReader
{
    public static TaskEstimate? Read(ref JsonCursor json)
    {
        if (json.Token != JsonTokenType.StartObject) return ReadSeconds(ref json, "'estimate'") is { } seconds ? TaskEstimate.FromSeconds(seconds) : null;
        var byAgent = new Dictionary<string, double>(StringComparer.Ordinal);
        while (json.NextEntry(out var agent))
        {
            var seconds = ReadSeconds(ref json, $"'estimate' of agent '{agent}'");
            if (agent is null || seconds is null) continue;
            if (!byAgent.TryAdd(agent, seconds.Value)) json.Fault(DiagnosticCodes.UnknownProperty, $"'estimate' of agent '{agent}' is given twice.", "Keep one of them.");
        }

        return byAgent.Count == 0 ? null : TaskEstimate.FromSeconds(byAgent);
    }

    private static double? ReadSeconds(ref JsonCursor json, string what)
    {
        if (json.ReadNumber(what) is not { } seconds) return null;
        if (TaskEstimate.IsDuration(seconds)) return seconds;
        json.Fault(DiagnosticCodes.InvalidValue, string.Create(CultureInfo.InvariantCulture, $"{what} is {seconds}."), $"It must be {TaskEstimate.Range}.");
        return null;
    }
}
