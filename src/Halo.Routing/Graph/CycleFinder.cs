namespace Halo.Routing;

/// <summary>Finds the cycles that keep tasks out of a topological order.</summary>
internal static class CycleFinder
{
    /// <summary>
    /// One cycle for each strongly connected group of tasks (Tarjan, 1972, with a stack of its own instead of recursion).
    /// O(tasks + edges).
    /// </summary>
    /// <returns>Cycles as task indices, each task before the one that depends on it; the first is not repeated.</returns>
    public static List<int[]> Find(AdjacencyLists dependants, int taskCount)
    {
        var group = Components(dependants, taskCount, out var sizes);
        var found = new bool[sizes.Count];
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
    private static int[] WalkCycle(AdjacencyLists dependants, int[] group, int start)
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

    private static int[] Components(AdjacencyLists dependants, int taskCount, out List<int> sizes)
    {
        var number = new int[taskCount]; // order of discovery from 1; 0 is undiscovered
        var low = new int[taskCount];
        var group = new int[taskCount];
        Array.Fill(group, -1);
        sizes = [];
        var open = new Stack<int>();
        var walk = new Stack<(int Task, int Next)>();
        var count = 0;
        for (var root = 0; root < taskCount; root++)
        {
            if (number[root] != 0) continue;
            walk.Push((root, 0));
            while (walk.TryPop(out var step))
            {
                var (task, next) = step;
                if (next == 0)
                {
                    number[task] = low[task] = ++count;
                    open.Push(task);
                }
                else
                {
                    var child = dependants[task][next - 1];
                    if (group[child] < 0) low[task] = Math.Min(low[task], low[child]);
                }

                if (next < dependants.LengthOf(task))
                {
                    walk.Push((task, next + 1));
                    var child = dependants[task][next];
                    if (number[child] == 0) walk.Push((child, 0));
                }
                else if (low[task] == number[task])
                {
                    CloseGroup(task, open, group, sizes);
                }
            }
        }

        return group;
    }

    private static void CloseGroup(int root, Stack<int> open, int[] group, List<int> sizes)
    {
        var size = 0;
        for (int member; ;)
        {
            member = open.Pop();
            group[member] = sizes.Count;
            size++;
            if (member == root) break;
        }

        sizes.Add(size);
    }
}
