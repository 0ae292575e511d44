namespace Halo.Scheduling;

/// <summary>
/// The makespan of tasks that share one slot, could they be interrupted: Jackson's preemptive schedule (Carlier 1982),
/// always the available task with the longest tail. No schedule without interruption is shorter.
/// </summary>
internal static class OneSlotBound
{
    /// <summary>O(n log n).</summary>
    /// <param name="tasks">The tasks of the slot.</param>
    /// <param name="seconds">By task: how long it takes.</param>
    /// <param name="heads">By task: when it can start at the earliest.</param>
    /// <param name="tails">By task: how long what follows takes at least.</param>
    public static double Of(ReadOnlySpan<int> tasks, double[] seconds, double[] heads, double[] tails)
    {
        var byHead = tasks.ToArray();
        Array.Sort(byHead, (a, b) => heads[a].CompareTo(heads[b]));
        var open = new PriorityQueue<(int Task, double Left), double>();
        var (bound, now, next) = (0.0, 0.0, 0);
        while (next < byHead.Length || open.Count > 0)
        {
            if (open.Count == 0) now = Math.Max(now, heads[byHead[next]]);
            for (; next < byHead.Length && heads[byHead[next]] <= now; next++) open.Enqueue((byHead[next], seconds[byHead[next]]), -tails[byHead[next]]);
            var (task, left) = open.Dequeue();
            var until = next < byHead.Length ? heads[byHead[next]] : double.PositiveInfinity;
            if (now + left <= until)
            {
                now += left;
                bound = Math.Max(bound, now + tails[task]);
            }
            else
            {
                open.Enqueue((task, left - (until - now)), -tails[task]);
                now = until;
            }
        }

        return bound;
    }
}
