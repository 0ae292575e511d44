using System.Text.Json;

namespace Halo.Execution;

/// <summary>What a journal keeps of a task that ended.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="Succeeded">Whether it succeeded; else it failed for good.</param>
/// <param name="Agent">The agent that ended it.</param>
/// <param name="Attempts">How often a handler was called.</param>
/// <param name="Result">Its result as JSON; undefined for none.</param>
/// <param name="ResultType">The name of the result's type; null for none.</param>
/// <param name="Failure">What went wrong; null for nothing.</param>
internal sealed record JournalRecord(
    string Task, bool Succeeded, string Agent, int Attempts, JsonElement Result, string? ResultType, string? Failure)
{
    /// <summary>A record; null when the JSON is not one.</summary>
    public static JournalRecord? Read(JsonElement json)
    {
        try
        {
            return Parse(json);
        }
        catch (InvalidOperationException)
        {
            return null; // a text with half of a surrogate pair
        }
    }

    private static JournalRecord? Parse(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("task", out var task) && task.ValueKind == JsonValueKind.String
        && json.TryGetProperty("succeeded", out var succeeded) && succeeded.ValueKind is JsonValueKind.True or JsonValueKind.False
        && json.TryGetProperty("agent", out var agent) && agent.ValueKind == JsonValueKind.String
        && json.TryGetProperty("attempts", out var attempts) && attempts.ValueKind == JsonValueKind.Number
        && attempts.TryGetInt32(out var count) && count >= 0
        && (!json.TryGetProperty("resultType", out var type) || type.ValueKind == JsonValueKind.String)
        && (!json.TryGetProperty("failure", out var failure) || failure.ValueKind == JsonValueKind.String)
            ? new JournalRecord(
                task.GetString()!, succeeded.GetBoolean(), agent.GetString()!, count,
                json.TryGetProperty("result", out var result) ? result : default,
                type.ValueKind == JsonValueKind.String ? type.GetString() : null,
                failure.ValueKind == JsonValueKind.String ? failure.GetString() : null)
            : null;

    /// <summary>The end of the task as this run sees it.</summary>
    /// <exception cref="JsonException">The result is not of the agent's type.</exception>
    public TaskEnd ToEnd(ResultTypes types)
    {
        if (!Succeeded) return new TaskEnd(TaskOutcome.Failed, OutcomeReason.Resumed, Failure: new TaskFailedException(Failure ?? ""));
        var result = Result.ValueKind != JsonValueKind.Undefined ? types.Read(Agent, ResultType, Result) : null;
        return new TaskEnd(TaskOutcome.Succeeded, OutcomeReason.Resumed, result);
    }
}
