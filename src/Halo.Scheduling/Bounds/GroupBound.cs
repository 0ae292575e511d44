using System.Runtime.InteropServices;

namespace Halo.Scheduling;

/// <summary>
/// The time that a group of agents needs for the tasks that only it can do: before some of them start something else must
/// be done (their heads), behind them too (their tails), and in between all slots together work off the seconds.
/// </summary>
internal sealed class GroupBound(SchedulingProblem problem, double[] seconds, double[] heads, double[] tails, AgentGroup group)
{
    public double Value()
    {
        if (group.Tasks.Count == 0) return 0;
        var slots = group.SlotsIn(problem);
        var tasks = CollectionsMarshal.AsSpan(group.Tasks);
        if (group.Tasks.Count > LowerBound.MostTasksInDetail) return Whole(tasks, slots);
        var bound = Math.Max(Sweep(tasks, heads, tails, slots), Sweep(tasks, tails, heads, slots));
        return slots == 1 ? Math.Max(bound, OneSlotBound.Of(tasks, seconds, heads, tails)) : bound;
    }

    private double Whole(ReadOnlySpan<int> tasks, long slots)
    {
        var (work, head, tail) = (0.0, double.PositiveInfinity, double.PositiveInfinity);
        foreach (var task in tasks)
        {
            work += seconds[task];
            head = Math.Min(head, heads[task]);
            tail = Math.Min(tail, tails[task]);
        }

        return head + (work / slots) + tail;
    }

    // For every threshold: the tasks that reach it on the one side, and the least of the other side among them.
    private double Sweep(ReadOnlySpan<int> tasks, double[] thresholds, double[] others, long slots)
    {
        var sorted = tasks.ToArray();
        Array.Sort(sorted, (a, b) => thresholds[b].CompareTo(thresholds[a]));
        var (bound, work, least) = (0.0, 0.0, double.PositiveInfinity);
        foreach (var task in sorted)
        {
            work += seconds[task];
            least = Math.Min(least, others[task]);
            bound = Math.Max(bound, thresholds[task] + (work / slots) + least);
        }

        return bound;
    }
}
