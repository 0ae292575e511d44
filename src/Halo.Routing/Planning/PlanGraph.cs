using QuikGraph;

namespace Halo.Routing;

/// <summary>Who passes work on to whom along an edge of a plan.</summary>
/// <param name="From">The agent of the task that comes first; null when it has none.</param>
/// <param name="To">The agent of the task that depends on it; null when it has none.</param>
public readonly record struct WorkHandover(string? From, string? To);

/// <summary>Plans as QuikGraph graphs.</summary>
public static class PlanGraph
{
    /// <summary>Copies a plan to a QuikGraph graph whose edges are tagged with the agents of both ends. O(tasks + edges).</summary>
    /// <param name="plan">The plan.</param>
    public static BidirectionalGraph<string, TaggedEdge<string, WorkHandover>> ToBidirectionalGraph(this RoutingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return QuikGraphOutput.Copy(plan.Graph.AsBidirectionalGraph(), edge =>
            new TaggedEdge<string, WorkHandover>(edge.Source, edge.Target, new WorkHandover(plan[edge.Source].Agent, plan[edge.Target].Agent)));
    }
}
