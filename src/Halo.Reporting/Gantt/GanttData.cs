namespace Halo.Reporting;

/// <summary>
/// The chart as the page's script reads it: bars in order of their start as arrays of label, lane, start, finish, slack,
/// the bar waited for, the number of the sentence, critical or not, the bars needed, and, unless it is done, how it ends. Bars
/// are known by their place.
/// </summary>
internal static class GanttData
{
    public static void Write(GanttChart chart, Stream stream)
    {
        using var output = new JsonOutput(stream, isInPage: true);
        var json = output.Json;
        json.WriteStartObject();
        json.WriteNumber("makespan", chart.EndSeconds);
        json.WriteNumber("mark", chart.MarkSeconds);
        var agents = WriteAgents(chart, output);
        json.WriteStartArray("lanes");
        foreach (var (agent, slot) in chart.Lanes)
        {
            json.WriteStartArray();
            json.WriteNumberValue(agents[agent]);
            json.WriteNumberValue(slot);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        WriteBars(chart, output);
        json.WriteEndObject();
        output.Complete();
    }

    /// <summary>By position in the registry: the place among the agents that have tasks.</summary>
    private static Dictionary<int, int> WriteAgents(GanttChart chart, JsonOutput output)
    {
        var places = new Dictionary<int, int>();
        var colors = GanttTables.ColorsOf(chart.Agents);
        output.Json.WriteStartArray("agents");
        foreach (var (position, agent) in chart.Agents.Index().Where(agent => agent.Item.Tasks > 0))
        {
            places.Add(position, places.Count);
            var (fill, border) = AgentColors.Palette[colors.Of(agent.Agent)];
            output.Json.WriteStartObject();
            output.Json.WriteString("name", VisibleText.Of(agent.Agent));
            output.Json.WriteString("fill", fill);
            output.Json.WriteString("border", border);
            output.Json.WriteEndObject();
        }

        output.Json.WriteEndArray();
        return places;
    }

    private static void WriteBars(GanttChart chart, JsonOutput output)
    {
        var json = output.Json;
        var sentences = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartArray("tasks");
        foreach (var bar in chart.Bars)
        {
            if (!sentences.TryGetValue(bar.Why, out var sentence)) sentences.Add(bar.Why, sentence = sentences.Count);
            json.WriteStartArray();
            json.WriteStringValue(VisibleText.Of(bar.Label));
            json.WriteNumberValue(bar.Lane);
            json.WriteNumberValue(bar.StartSeconds);
            json.WriteNumberValue(bar.FinishSeconds);
            if (bar.SlackSeconds is { } slack) json.WriteNumberValue(slack);
            else json.WriteNullValue();
            json.WriteNumberValue(bar.Before);
            json.WriteNumberValue(sentence);
            json.WriteNumberValue(bar.IsCritical ? 1 : 0);
            json.WriteStartArray();
            foreach (var need in bar.Needs) json.WriteNumberValue(need);
            json.WriteEndArray();
            if (bar.End != GanttBarEnd.Done) json.WriteNumberValue((int)bar.End);
            json.WriteEndArray();
            output.EndPart();
        }

        json.WriteEndArray();
        json.WriteStartArray("why");
        foreach (var sentence in sentences.Keys) output.Write(VisibleText.Of(sentence));
        json.WriteEndArray();
        json.WriteStartArray("path");
        foreach (var step in chart.Path) json.WriteNumberValue(step.Bar);
        json.WriteEndArray();
    }
}
