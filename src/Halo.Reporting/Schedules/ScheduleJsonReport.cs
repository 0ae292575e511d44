using System.Text.Json.Serialization;

namespace Halo.Reporting;

/// <summary>A schedule as <c>schemas/schedule.schema.json</c> describes it.</summary>
internal static class ScheduleJsonReport
{
    public static void Write(Schedule schedule, Stream stream)
    {
        using var output = new JsonOutput(stream);
        var json = output.Json;
        json.WriteStartObject();
        json.WriteNumber("makespan", schedule.Makespan.TotalSeconds);
        json.WriteNumber("lowerBound", schedule.LowerBound.TotalSeconds);
        json.WriteNumber("gap", schedule.Gap);
        json.WriteNumber("cost", schedule.Cost);
        WriteIds("criticalPath", schedule.CriticalPath(), output);
        WriteTasks(schedule, output);
        WriteAgents(schedule, output);
        WriteUnscheduled(schedule, output);
        WriteIds("defaultEstimates", schedule.WithDefaultEstimate(), output);
        json.WriteEndObject();
        output.Complete();
    }

    private static void WriteIds(string name, IReadOnlyList<string> ids, JsonOutput output)
    {
        output.Json.WriteStartArray(name);
        foreach (var id in ids) output.Write(id);
        output.Json.WriteEndArray();
    }

    private static void WriteTasks(Schedule schedule, JsonOutput output)
    {
        output.Json.WriteStartArray("tasks");
        foreach (var task in schedule.ByStart)
        {
            var place = schedule[task];
            output.Write(new ScheduledTaskJson(place.Task, place.Agent, place.Slot, place.Start.TotalSeconds, place.Finish.TotalSeconds, schedule.SlackOf(task).TotalSeconds), ScheduleContracts.Default.ScheduledTaskJson);
        }

        output.Json.WriteEndArray();
    }

    private static void WriteAgents(Schedule schedule, JsonOutput output)
    {
        output.Json.WriteStartArray("agents");
        foreach (var agent in schedule.Utilization())
        {
            output.Write(new AgentUtilizationJson(agent.Agent, agent.Tasks, agent.Busy.TotalSeconds, agent.Utilization), ScheduleContracts.Default.AgentUtilizationJson);
        }

        output.Json.WriteEndArray();
    }

    private static void WriteUnscheduled(Schedule schedule, JsonOutput output)
    {
        output.Json.WriteStartArray("unscheduled");
        foreach (var task in schedule.Unscheduled)
        {
            output.Write(new UnscheduledTaskJson(task.Task, ScheduleNames.Of(task.Reason), task.BlockedBy), ScheduleContracts.Default.UnscheduledTaskJson);
        }

        output.Json.WriteEndArray();
    }
}

/// <summary>When and where a task runs.</summary>
internal sealed record ScheduledTaskJson(string Task, string Agent, int Slot, double Start, double Finish, double Slack);

/// <summary>How busy an agent is.</summary>
internal sealed record AgentUtilizationJson(string Agent, int Tasks, double Busy, [property: JsonPropertyName("utilisation")] double Utilization);

/// <summary>A task that is neither completed nor scheduled.</summary>
internal sealed record UnscheduledTaskJson(string Task, string Reason, string? BlockedBy);
