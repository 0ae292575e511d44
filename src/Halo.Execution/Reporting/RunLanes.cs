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
/// The attempts of a run on lanes, which are slots of agents: the lowest that was free when an attempt began, since a task
/// gives its slot away while it pauses. Which slot it was makes no difference to a run, so none is recorded.
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
        for (var i = 0; i < stays.Count; i++)
        {
            var (stay, lane) = (stays[i], numbers[(stays[i].Agent, slots[i])]);
            _attempts.Add(new PlacedAttempt(stay.Task, stay.Number, stay.Attempt, stay.Agent, lane, last[lane]));
            last[lane] = i;
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
            for (var i = 0; i < history.Count; i++) stays.Add(new Stay(graph.Order[order], order, report.Plan.Agents.IndexOf(history[i].Agent), i + 1, history[i]));
        }

        return [.. stays.OrderBy(stay => stay.Start).ThenBy(stay => stay.Finish).ThenBy(stay => stay.Order).ThenBy(stay => stay.Number)];
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

    /// <summary>An attempt, by the time in which it has a slot.</summary>
    private sealed record Stay(int Task, int Order, int Agent, int Number, TaskAttempt Attempt)
    {
        public TimeSpan Start => Attempt.Start;

        public TimeSpan Finish => Attempt.Start + Attempt.Duration;
    }
}
