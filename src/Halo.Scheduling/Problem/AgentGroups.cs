namespace Halo.Scheduling;

/// <summary>Agents, and the tasks that only they can do.</summary>
/// <param name="Agents">The agents' positions, ascending.</param>
/// <param name="Tasks">The tasks all of whose options are among them.</param>
internal sealed record AgentGroup(int[] Agents, List<int> Tasks)
{
    /// <summary>The tasks that they run at one time.</summary>
    public long SlotsIn(SchedulingProblem problem)
    {
        var slots = 0L;
        foreach (var agent in Agents) slots += problem.Slots[agent];
        return slots;
    }
}

/// <summary>The groups of agents that tasks have in common.</summary>
internal static class AgentGroups
{
    /// <summary>With more different sets than this, only the most frequent ones make groups.</summary>
    public const int Most = 128;

    /// <summary>Every set of agents that some placed task has as its options, and all agents together. O(tasks x options + groups² x agents).</summary>
    public static IReadOnlyList<AgentGroup> Of(SchedulingProblem problem, Placements placements)
    {
        var sets = new Dictionary<int[], List<int>>(new SameAgents());
        var sorted = new int[problem.Slots.Length];
        var lookup = sets.GetAlternateLookup<ReadOnlySpan<int>>();
        for (var task = 0; task < problem.Count; task++)
        {
            if (!placements.IsPlaced(task)) continue;
            var agents = problem.AgentsOf(task);
            var key = sorted.AsSpan(0, agents.Length);
            agents.CopyTo(key);
            key.Sort();
            if (lookup.TryGetValue(key, out var tasks)) tasks.Add(task);
            else sets.Add(key.ToArray(), [task]);
        }

        var all = Enumerable.Range(0, problem.Slots.Length).Where(agent => problem.Slots[agent] > 0).ToArray();
        var wanted = sets.OrderByDescending(set => set.Value.Count).Take(Most).Select(set => set.Key).Append(all).Distinct(new SameAgents());
        return [.. wanted.Select(agents => new AgentGroup(agents, TasksOf(agents, sets)))];
    }

    private static List<int> TasksOf(int[] agents, Dictionary<int[], List<int>> sets)
    {
        var members = new HashSet<int>(agents);
        return [.. sets.Where(set => Array.TrueForAll(set.Key, members.Contains)).SelectMany(set => set.Value)];
    }

    private sealed class SameAgents : IEqualityComparer<int[]>, IAlternateEqualityComparer<ReadOnlySpan<int>, int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] agents) => GetHashCode((ReadOnlySpan<int>)agents);

        public bool Equals(ReadOnlySpan<int> alternate, int[] other) => alternate.SequenceEqual(other);

        public int[] Create(ReadOnlySpan<int> alternate) => alternate.ToArray();

        public int GetHashCode(ReadOnlySpan<int> agents)
        {
            var hash = default(HashCode);
            foreach (var agent in agents) hash.Add(agent);
            return hash.ToHashCode();
        }
    }
}
