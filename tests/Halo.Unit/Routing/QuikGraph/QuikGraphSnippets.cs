using QuikGraph;
using QuikGraph.Algorithms;

namespace Halo.Unit.Routing.QuikGraph;

/// <summary>The code of README that needs QuikGraph; see <see cref="Docs.Snippets"/>.</summary>
internal static class QuikGraphSnippets
{
    public static void RouteAQuikGraph(HaloRouter router)
    {
        // Block: README.md
        var fetch = new TaskNode("fetch", "download");
        var build = new TaskNode("build", "compile");
        var check = new TaskNode("check", "test");
        var graph = new AdjacencyGraph<TaskNode, Edge<TaskNode>>();
        graph.AddVerticesAndEdge(new Edge<TaskNode>(fetch, build));
        graph.AddVerticesAndEdge(new Edge<TaskNode>(build, check));

        var plan = router.Route(graph);
        foreach (var edge in plan.ToBidirectionalGraph().Edges) Console.WriteLine($"{edge.Source} -> {edge.Target}: {edge.Tag.From} -> {edge.Tag.To}");
        Console.WriteLine(string.Join(", ", plan.Graph.AsBidirectionalGraph().TopologicalSort()));
        // End
    }
}
