namespace Halo.Execution;

/// <summary>A call of a handler with its place on a lane.</summary>
/// <param name="Task">The task's index.</param>
/// <param name="Number">Which attempt at the task it is, from 1.</param>
/// <param name="Attempt">The call.</param>
/// <param name="Agent">The agent's position in the registry.</param>
/// <param name="Lane">The place of its lane.</param>
/// <param name="Before">The place of the attempt before it on its lane; -1 for none.</param>
internal readonly record struct PlacedAttempt(int Task, int Number, TaskAttempt Attempt, int Agent, int Lane, int Before)
{
    public double Start => Attempt.Start.TotalSeconds;

    public double Finish => (Attempt.Start + Attempt.Duration).TotalSeconds;
}

/// <summary>
/// The attempts of a run on lanes, which are slots of agents: the lowest that was free when a task came to its agent, and it
/// keeps it through the pauses between its attempts. Which slot it was makes no difference to a run, so none is recorded.
/// </summary>
internal sealed class RunLanes
{
    private readonly List<PlacedAttempt> _attempts = [];

    /// <summary>O(attempts log attempts).</summary>
    public RunLanes(RunReport report)
    {
        var stays = StaysOf(report);
        var slots = SlotsOf(stays, report.Plan.Agents);
        Lanes = [.. slots.Select((slot, i) => (stays[i].Agent, slot)).Distinct().Order()];
        var numbers = Lanes.Index().ToDictionary(lane => lane.Item, lane => lane.Index);
        var last = new int[Lanes.Count];
        Array.Fill(last, -1);
        var all = stays.SelectMany((stay, i) => stay.Attempts.Select((attempt, k) => (stay, Lane: numbers[(stay.Agent, slots[i])], Number: stay.First + k, Attempt: attempt)));
        foreach (var (stay, lane, number, attempt) in all.OrderBy(item => item.Attempt.Start).ThenBy(item => item.Attempt.Duration).ThenBy(item => item.stay.Order).ThenBy(item => item.Number))
        {
            _attempts.Add(new PlacedAttempt(stay.Task, number, attempt, stay.Agent, lane, last[lane]));
            last[lane] = _attempts.Count - 1;
        }
    }

    /// <summary>In order of their start; a task without length stands before those that depend on it.</summary>
    public IReadOnlyList<PlacedAttempt> Attempts => _attempts;

    /// <summary>The slots in use, by position of the agent and then by number.</summary>
    public IReadOnlyList<(int Agent, int Slot)> Lanes { get; }

    private static List<Stay> StaysOf(RunReport report)
    {
        var (graph, stays) = (report.Plan.Graph, new List<Stay>());
        for (var order = 0; order < graph.Count; order++)
        {
            var history = report[graph.Order[order]].History;
            for (var first = 0; first < history.Count;)
            {
                var end = first + 1;
                while (end < history.Count && history[end].Agent == history[first].Agent) end++;
                stays.Add(new Stay(graph.Order[order], order, report.Plan.Agents.IndexOf(history[first].Agent), first + 1, [.. history.Skip(first).Take(end - first)]));
                first = end;
            }
        }

        return [.. stays.OrderBy(stay => stay.Start).ThenBy(stay => stay.Finish).ThenBy(stay => stay.Order)];
    }

    private static int[] SlotsOf(List<Stay> stays, AgentRegistry agents)
    {
        var (slots, free) = (new int[stays.Count], new SlotPool[agents.Count]);
        var running = new PriorityQueue<int, TimeSpan>();
        for (var i = 0; i < slots.Length; i++)
        {
            while (running.TryPeek(out var ended, out var finish) && finish <= stays[i].Start)
            {
                free[stays[ended].Agent].Release(slots[ended]);
                running.Dequeue();
            }

            (free[stays[i].Agent] ??= new SlotPool(int.MaxValue)).TryTake(out slots[i]);
            running.Enqueue(i, stays[i].Finish);
        }

        return slots;
    }

    /// <summary>The attempts at a task that one agent makes without another one between them.</summary>
    private sealed record Stay(int Task, int Order, int Agent, int First, IReadOnlyList<TaskAttempt> Attempts)
    {
        public TimeSpan Start => Attempts[0].Start;

        public TimeSpan Finish => Attempts[^1].Start + Attempts[^1].Duration;
    }
}
