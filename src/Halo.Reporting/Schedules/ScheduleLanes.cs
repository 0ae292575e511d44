namespace Halo.Reporting;

/// <summary>The slots that have tasks, by agent in registry order and then by number, each with its tasks in order of time.</summary>
internal sealed class ScheduleLanes
{
    /// <summary>O(tasks).</summary>
    public ScheduleLanes(ScheduleStory story)
    {
        var (schedule, counts) = (story.Schedule, new SortedDictionary<(int Agent, int Slot), int>());
        foreach (var task in schedule.ByStart)
        {
            var lane = (schedule.AgentOf(task), schedule.SlotOf(task));
            counts[lane] = counts.GetValueOrDefault(lane) + 1;
        }

        Lanes = [.. counts.Select(pair => new ScheduleLane(pair.Key.Agent, pair.Key.Slot, new List<int>(pair.Value)))];
        var numbers = Lanes.Index().ToDictionary(lane => (lane.Item.Agent, lane.Item.Slot), lane => lane.Index);
        NumberOf = new int[schedule.Graph.Count];
        foreach (var task in schedule.ByStart)
        {
            NumberOf[task] = numbers[(schedule.AgentOf(task), schedule.SlotOf(task))];
            Lanes[NumberOf[task]].Tasks.Add(task);
        }
    }

    public IReadOnlyList<ScheduleLane> Lanes { get; }

    /// <summary>By task: the place of its lane; only for scheduled tasks.</summary>
    public int[] NumberOf { get; }
}

/// <summary>One slot of an agent.</summary>
internal sealed record ScheduleLane(int Agent, int Slot, List<int> Tasks);
