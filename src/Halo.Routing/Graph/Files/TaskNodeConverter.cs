using System.Text.Json;

namespace Halo.Routing;

/// <summary>
/// A task as in a graph file. A body of JSON becomes tasks by the same rules as a file, and a task that is written can be read
/// again without loss. Members that have their default are left out.
/// </summary>
public sealed class TaskNodeConverter : CursorConverter<TaskNode>
{
    private static readonly ConditionConverter Conditions = new();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TaskNode value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteString("id", value.Id);
        writer.WriteString("type", value.Type);
        if (value.DependsOn is { Count: > 0 }) WriteTexts(writer, "dependsOn", value.DependsOn);
        if (value.Attributes is { Count: > 0 }) WriteAttributes(writer, value.Attributes);
        if (value.Status != TaskNodeStatus.Pending) writer.WriteString("status", NameOf(value.Status));
        if (value.Agent is not null) writer.WriteString("agent", value.Agent);
        if (value.Estimate is not null)
        {
            writer.WritePropertyName("estimate");
            TaskEstimateConverter.Write(writer, value.Estimate);
        }

        if (value.Join != JoinRule.AllSucceeded)
        {
            writer.WritePropertyName("join");
            JoinRuleConverter.Write(writer, value.Join);
        }

        if (value.Conditions is { Count: > 0 }) WriteConditions(writer, value.Conditions, options);
        if (value.Execution is not null) WriteExecution(writer, value.Execution);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    protected override TaskNode ReadValue(ref JsonCursor json)
    {
        var tasks = new List<TaskNode>(1);
        GraphFile.ReadTask(ref json, tasks, [], new TaskAdmission(json.Limits, json.Faults), needsType: false);
        return tasks is [var task] ? task : null!;
    }

    private static void WriteAttributes(Utf8JsonWriter json, IReadOnlyDictionary<string, AttributeValue> attributes)
    {
        json.WriteStartObject("attributes");
        foreach (var (name, value) in attributes)
        {
            json.WritePropertyName(name);
            AttributeValueConverter.Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteConditions(Utf8JsonWriter json, IReadOnlyDictionary<string, EdgeCondition> conditions, JsonSerializerOptions options)
    {
        json.WriteStartObject("conditions");
        foreach (var (dependency, condition) in conditions)
        {
            json.WriteStartObject(dependency);
            if (condition.On != EdgeOutcome.Succeeded) json.WriteString("on", condition.On == EdgeOutcome.Failed ? "failed" : "ended");
            if (condition.When is not null)
            {
                json.WritePropertyName("when");
                Conditions.Write(json, condition.When, options);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteExecution(Utf8JsonWriter json, ExecutionSettings settings)
    {
        json.WriteStartObject("execution");
        if (settings.AttemptTimeout is { } attempt) json.WriteNumber("attemptTimeout", attempt.TotalSeconds);
        if (settings.TotalTimeout is { } total) json.WriteNumber("totalTimeout", total.TotalSeconds);
        if (settings.Retry is { } retry)
        {
            json.WriteStartObject("retry");
            json.WriteNumber("maxAttempts", retry.MaxAttempts);
            json.WriteNumber("delay", retry.Delay.TotalSeconds);
            json.WriteNumber("maxDelay", retry.MaxDelay.TotalSeconds);
            json.WriteBoolean("jitter", retry.Jitter);
            if (retry.NonRetryable.Count > 0) WriteTexts(json, "nonRetryable", retry.NonRetryable);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string NameOf(TaskNodeStatus status) => status switch
    {
        TaskNodeStatus.InProgress => "inProgress",
        TaskNodeStatus.Completed => "completed",
        TaskNodeStatus.Failed => "failed",
        _ => throw new JsonException($"A task's status {(int)status} is not one of the statuses."),
    };
}
