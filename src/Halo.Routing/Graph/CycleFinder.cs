using QuikGraph;
using QuikGraph.Algorithms;

namespace Halo.Routing;

/// <summary>Finds the cycles that keep tasks out of a topological order.</summary>
internal static class CycleFinder
{
    /// <summary>One cycle for each strongly connected group of tasks. O(tasks + edges); no recursion.</summary>
    /// <returns>Cycles as task indices, each task before the one that depends on it; the first is not repeated.</returns>
    public static List<int[]> Find(AdjacencyLists dependants, int taskCount)
    {
        var (group, sizes) = Groups(dependants, taskCount);
        var found = new bool[sizes.Length];
        var cycles = new List<int[]>();
        for (var task = 0; task < taskCount; task++)
        {
            if (sizes[group[task]] < 2 || found[group[task]]) continue;
            found[group[task]] = true;
            cycles.Add(WalkCycle(dependants, group, task));
        }

        return cycles;
    }

    // Inside a strongly connected group every task has a successor in the group: walking on must come back to a task.
    private static int[] WalkCycle(AdjacencyLists dependants, Dictionary<int, int> group, int start)
    {
        var path = new List<int>();
        var placeInPath = new Dictionary<int, int>();
        var task = start;
        while (placeInPath.TryAdd(task, path.Count))
        {
            path.Add(task);
            foreach (var next in dependants[task])
            {
                if (group[next] != group[task]) continue;
                task = next;
                break;
            }
        }

        return [.. path.Skip(placeInPath[task])];
    }

    // By task its strongly connected group, and by group how many tasks it has.
    private static (Dictionary<int, int> Group, int[] Sizes) Groups(AdjacencyLists dependants, int taskCount)
    {
        var graph = new AdjacencyGraph<int, SEquatableEdge<int>>(allowParallelEdges: true, taskCount);
        for (var task = 0; task < taskCount; task++) graph.AddVertex(task);
        for (var task = 0; task < taskCount; task++)
        {
            foreach (var next in dependants[task]) graph.AddEdge(new SEquatableEdge<int>(task, next));
        }

        var group = new Dictionary<int, int>(taskCount);
        var sizes = new int[graph.StronglyConnectedComponents(group)];
        foreach (var number in group.Values) sizes[number]++;
        return (group, sizes);
    }
}
