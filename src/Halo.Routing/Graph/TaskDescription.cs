namespace Halo.Routing;

/// <summary>Puts tasks together again from the columns of a graph.</summary>
internal static class TaskDescription
{
    public static TaskNode Of(TaskGraph graph, int index)
    {
        var attributes = AttributesOf(graph, index);
        attributes.Remove(Condition.TypeAttribute);
        var dependencies = graph.DependenciesOf(index);
        var ids = new string[dependencies.Length];
        var conditions = new Dictionary<string, EdgeCondition>(StringComparer.Ordinal);
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = graph.IdOf(dependencies[i]);
            if (graph.ConditionOf(dependencies[i], index) is { } condition) conditions.Add(ids[i], condition);
        }

        return new TaskNode(graph.IdOf(index), graph.TypeOf(index))
        {
            DependsOn = ids,
            Attributes = attributes,
            Status = graph.StatusOf(index),
            Agent = graph.HolderOf(index),
            Estimate = graph.EstimateOf(index),
            Join = graph.JoinOf(index),
            Conditions = conditions,
            Execution = graph.ExecutionOf(index),
        };
    }

    /// <summary>The attributes of a task with its type among them.</summary>
    public static Dictionary<string, AttributeValue> AttributesOf(TaskGraph graph, int index)
    {
        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        foreach (var number in graph.LiteralsOf(index))
        {
            var literal = graph.Literals.Literals[number];
            attributes.Add(graph.Literals.NameOf(literal.Name), literal.Value);
        }

        return attributes;
    }
}
