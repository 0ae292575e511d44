namespace Halo.Routing;

/// <summary>
/// The schedule as the page's script reads it: tasks in order of their start as arrays of id, lane, start, finish, slack,
/// the task waited for, the number of the sentence, critical or not, and the dependencies. Tasks are known by their place.
/// </summary>
internal static class GanttData
{
    public static void Write(ScheduleStory story, Stream stream)
    {
        var (schedule, lanes) = (story.Schedule, new ScheduleLanes(story));
        using var output = new JsonOutput(stream, isInPage: true);
        var json = output.Json;
        json.WriteStartObject();
        json.WriteNumber("makespan", schedule.Makespan);
        json.WriteNumber("lowerBound", schedule.LowerBound);
        var agents = WriteAgents(schedule, output);
        json.WriteStartArray("lanes");
        foreach (var lane in lanes.Lanes)
        {
            json.WriteStartArray();
            json.WriteNumberValue(agents[lane.Agent]);
            json.WriteNumberValue(lane.Slot);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        WriteTasks(story, lanes, output);
        json.WriteEndObject();
        output.Complete();
    }

    /// <summary>By position in the registry: the place among the agents that have tasks.</summary>
    private static Dictionary<int, int> WriteAgents(Schedule schedule, JsonOutput output)
    {
        var (places, colours) = (new Dictionary<int, int>(), GanttTables.ColoursOf(schedule));
        output.Json.WriteStartArray("agents");
        foreach (var (agent, colour) in colours.Agents)
        {
            places.Add(schedule.Plan.Agents.IndexOf(agent), places.Count);
            output.Json.WriteStartObject();
            output.Json.WriteString("name", VisibleText.Of(agent));
            output.Json.WriteString("fill", AgentColours.Palette[colour].Fill);
            output.Json.WriteString("border", AgentColours.Palette[colour].Border);
            output.Json.WriteEndObject();
        }

        output.Json.WriteEndArray();
        return places;
    }

    private static void WriteTasks(ScheduleStory story, ScheduleLanes lanes, JsonOutput output)
    {
        var (schedule, order, json) = (story.Schedule, story.Sequences.ByStart, output.Json);
        var places = new int[schedule.Graph.Count];
        for (var i = 0; i < order.Length; i++) places[order[i]] = i;
        var sentences = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartArray("tasks");
        foreach (var task in order)
        {
            var why = story.Why(task);
            if (!sentences.TryGetValue(why, out var sentence)) sentences.Add(why, sentence = sentences.Count);
            json.WriteStartArray();
            json.WriteStringValue(VisibleText.Of(schedule.Graph.IdOf(task)));
            json.WriteNumberValue(lanes.NumberOf[task]);
            json.WriteNumberValue(schedule.Placements.Start[task]);
            json.WriteNumberValue(schedule.Placements.FinishOf(task, schedule.Problem));
            json.WriteNumberValue(schedule.SlackOf(task));
            json.WriteNumberValue(story.WaitsFor(task) is >= 0 and var before ? places[before] : -1);
            json.WriteNumberValue(sentence);
            json.WriteNumberValue(story.IsCritical(task) ? 1 : 0);
            json.WriteStartArray();
            foreach (var need in schedule.Graph.DependenciesOf(task))
            {
                if (schedule.IsScheduled(need)) json.WriteNumberValue(places[need]);
            }

            json.WriteEndArray();
            json.WriteEndArray();
            output.EndPart();
        }

        json.WriteEndArray();
        json.WriteStartArray("why");
        foreach (var sentence in sentences.Keys) output.Write(VisibleText.Of(sentence));
        json.WriteEndArray();
        json.WriteStartArray("path");
        foreach (var task in story.CriticalPath) json.WriteNumberValue(places[task]);
        json.WriteEndArray();
    }
}
