namespace Halo.Routing;

/// <summary>The arrays of a graph, all by task index.</summary>
internal sealed record TaskGraphData
{
    public required string[] Ids { get; init; }

    public required IdTable Index { get; init; }

    /// <summary>Every distinct attribute and value; types are literals of the attribute <c>type</c>.</summary>
    public required LiteralTable Literals { get; init; }

    /// <summary>Where in <see cref="TaskLiterals"/> each task begins, and the end of the last.</summary>
    public required int[] LiteralStarts { get; init; }

    public required int[] TaskLiterals { get; init; }

    /// <summary>Null when every task is pending.</summary>
    public required TaskNodeStatus[]? Statuses { get; init; }

    /// <summary>The agents of tasks in progress, where they are named.</summary>
    public required Dictionary<int, string> HeldBy { get; init; }

    public required EstimateColumn Estimates { get; init; }

    public required AdjacencyLists Dependencies { get; init; }

    public required AdjacencyLists Dependants { get; init; }

    public required TopologicalOrder Order { get; init; }

    /// <summary>Null when no task says how it is run.</summary>
    public required ExecutionTable? Execution { get; init; }

    public required SourceLocation[]? Locations { get; init; }
}
