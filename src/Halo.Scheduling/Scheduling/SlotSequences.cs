namespace Halo.Scheduling;

/// <summary>The placed tasks in order of time, and by task its neighbors on the slot; -1 for none.</summary>
internal sealed class SlotSequences
{
    /// <summary>O(tasks log tasks).</summary>
    public SlotSequences(SchedulingProblem problem, Placements placements)
    {
        ByStart = [.. Enumerable.Range(0, problem.Count).Where(placements.IsPlaced)];
        Array.Sort(ByStart, (a, b) =>
        {
            // A task without length comes before the one that starts where it ends.
            var byStart = placements.Start[a].CompareTo(placements.Start[b]);
            if (byStart != 0) return byStart;
            var byFinish = placements.FinishOf(a, problem).CompareTo(placements.FinishOf(b, problem));
            return byFinish != 0 ? byFinish : placements.Turn[a].CompareTo(placements.Turn[b]);
        });
        Next = new int[problem.Count];
        Previous = new int[problem.Count];
        Array.Fill(Next, -1);
        Array.Fill(Previous, -1);
        var last = new Dictionary<(int Agent, int Slot), int>();
        foreach (var task in ByStart)
        {
            var slot = (problem.OptionAgents[placements.Option[task]], placements.Slot[task]);
            if (last.TryGetValue(slot, out var previous)) (Next[previous], Previous[task]) = (task, previous);
            last[slot] = task;
        }
    }

    public int[] ByStart { get; }

    public int[] Next { get; }

    public int[] Previous { get; }
}
