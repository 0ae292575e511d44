namespace Halo.Routing;

/// <summary>Finds ids, types and attributes of a graph that look the same as others.</summary>
internal static class GraphNames
{
    public static void Find(TaskGraph graph, DiagnosticBag findings)
    {
        var (literals, first) = (graph.Literals, new FirstTasks(graph));
        LookAlikeNames.Find("task ids", Numbers(graph.Count).Select(graph.IdOf), graph.LocationOf, graph.AttributesOf, findings);

        int[] types = [.. Numbers(literals.Count).Where(literal => literals.Literals[literal].Name == literals.TypeName)];
        var typeNames = types.Select(literal => literals.Literals[literal].Value.ToString());
        Find("task types", typeNames, place => first.WithLiteral(types[place]));
        Find("attributes", Numbers(literals.NameCount).Select(literals.NameOf), first.WithName);

        void Find(string kind, IEnumerable<string> names, Func<int, int> taskOf) =>
            LookAlikeNames.Find(kind, names, place => LocationOf(taskOf(place)), place => graph.AttributesOf(taskOf(place)), findings);

        // The attribute 'type' is there also where no task has a type.
        SourceLocation LocationOf(int task) => task < 0 ? default : graph.LocationOf(task);
    }

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(0, count);
}
