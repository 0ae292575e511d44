using System.Globalization;
using QuikGraph.Algorithms;

namespace Halo.Routing;

/// <summary>Finds what is unusual about the shape of a graph: dependencies that others imply, and parts that have nothing to do with each other.</summary>
internal static class GraphShape
{
    /// <summary>Larger graphs are not searched for redundant dependencies, which costs tasks x dependencies at worst.</summary>
    public const int MostDependencies = 20_000;

    /// <summary>No more redundant dependencies than this are listed, so that they do not drown what matters.</summary>
    public const int MostRedundant = 20;

    private const int ShownTasks = 8;

    public static void Report(TaskGraph graph, DiagnosticBag findings)
    {
        ReportParts(graph, findings);
        ReportRedundant(graph, findings);
    }

    // Single tasks beside one graph are common, and not worth a word: at least two parts must have an edge.
    private static void ReportParts(TaskGraph graph, DiagnosticBag findings)
    {
        var partOf = new Dictionary<string, int>(graph.Count, StringComparer.Ordinal);
        var count = graph.AsBidirectionalGraph().WeaklyConnectedComponents(partOf);
        if (count < 2) return;
        var sizes = new int[count];
        var first = new string[count];
        for (var task = graph.Count - 1; task >= 0; task--)
        {
            var part = partOf[graph.IdOf(task)];
            sizes[part]++;
            first[part] = graph.IdOf(task);
        }

        if (sizes.Count(size => size > 1) < 2) return;
        var largest = sizes.Index().OrderByDescending(part => part.Item).ThenBy(part => graph.IndexOf(first[part.Index])).Take(3);
        var examples = string.Join(", ", largest.Select(part => string.Create(CultureInfo.InvariantCulture, $"'{first[part.Index]}' ({part.Item} {(part.Item == 1 ? "task" : "tasks")})")));
        findings.Add(new Diagnostic(DiagnosticCodes.SeparateParts, DiagnosticSeverity.Info,
            string.Create(CultureInfo.InvariantCulture, $"The graph falls into {count} unrelated parts; the largest begin with {examples}."),
            "If they belong together, a dependency is missing; otherwise they could be files of their own.", graph.LocationOf(graph.IndexOf(first[0]))));
    }

    private static void ReportRedundant(TaskGraph graph, DiagnosticBag findings)
    {
        if (graph.EdgeCount > MostDependencies) return;
        var view = graph.AsBidirectionalGraph();
        var needed = view.ComputeTransitiveReduction();
        if (needed.EdgeCount == graph.EdgeCount) return;
        var redundant = view.Edges.Where(edge => !needed.ContainsEdge(edge.Source, edge.Target) && IsPlain(graph, edge.Source, edge.Target)).OrderBy(edge => graph.IndexOf(edge.Target)).ToArray();
        foreach (var edge in redundant.Take(MostRedundant))
        {
            var path = LongerPath(graph, graph.IndexOf(edge.Source), graph.IndexOf(edge.Target));
            var shown = path.Count <= ShownTasks ? path : [.. path[..(ShownTasks - 2)], "...", path[^1]];
            findings.Add(new Diagnostic(DiagnosticCodes.RedundantDependency, DiagnosticSeverity.Info,
                $"Task '{edge.Target}' depends on '{edge.Source}' already by way of others: {string.Join(" -> ", shown)}.",
                "Remove the direct dependency.", graph.LocationOf(graph.IndexOf(edge.Target))));
        }

        if (redundant.Length > MostRedundant)
        {
            findings.Add(new Diagnostic(DiagnosticCodes.RedundantDependency, DiagnosticSeverity.Info,
                string.Create(CultureInfo.InvariantCulture, $"{redundant.Length - MostRedundant} more dependencies are redundant.")));
        }
    }

    // A dependency with a condition, or one that a join rule counts, says more than that one task comes first.
    private static bool IsPlain(TaskGraph graph, string from, string to) =>
        graph.IndexOf(to) is var task && graph.JoinOf(task).Kind == JoinKind.AllSucceeded && graph.ConditionOf(graph.IndexOf(from), task) is null;

    // A shortest path of at least two edges, found backwards from the task that depends, in the order of its dependencies.
    private static List<string> LongerPath(TaskGraph graph, int from, int to)
    {
        var next = new Dictionary<int, int>();
        var open = new Queue<int>();
        foreach (var dependency in graph.DependenciesOf(to))
        {
            if (dependency == from || !next.TryAdd(dependency, to)) continue;
            open.Enqueue(dependency);
        }

        while (open.TryDequeue(out var task) && task != from)
        {
            foreach (var dependency in graph.DependenciesOf(task))
            {
                if (next.TryAdd(dependency, task)) open.Enqueue(dependency);
            }
        }

        var path = new List<string> { graph.IdOf(from) };
        for (var task = from; task != to; path.Add(graph.IdOf(task))) task = next[task];
        return path;
    }
}
