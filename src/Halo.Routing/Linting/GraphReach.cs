namespace Halo.Routing;

/// <summary>What the tasks of a graph can reach, capacity and availability aside. Tasks that need no agent any more count too for agents.</summary>
internal sealed class GraphReach
{
    private readonly HashSet<string> _agents = new(StringComparer.Ordinal);
    private readonly List<int> _unroutableTasks = [];

    public GraphReach(RuleSet rules, AgentRegistry agents, TaskGraph graph)
    {
        var index = new RuleIndex(rules);
        var row = index.NewRow(graph.Literals);
        var unreached = index.Targets.AllAdmitted.ToArray();
        var types = new HashSet<string>(StringComparer.Ordinal);
        for (var task = 0; task < graph.Count; task++)
        {
            var literals = graph.LiteralsOf(task);
            row.Load(literals);
            var matches = index.FirstMatch(row, index.Targets.AllAdmitted) >= 0;

            // Each step reaches one more agent, so that all tasks together take no more steps than there are agents.
            while (matches && index.FirstMatch(row, unreached) is >= 0 and var rule)
            {
                unreached[index.Log.TargetOf(rule)] = false;
                _agents.Add(index.Log.RuleOf(rule).Agent);
            }

            row.Unload(literals);
            var type = graph.TypeOf(task);
            var isListed = agents.WithType(type).Length > 0;
            if (!matches && !isListed && NeedsAgent(graph, task) && types.Add(type)) _unroutableTasks.Add(task);
        }

        foreach (var agent in agents)
        {
            if (agent.Types.Any(type => graph.Literals.Find(graph.Literals.TypeName, type) >= 0)) _agents.Add(agent.Name);
        }

        _agents.UnionWith(graph.Holders.Values);
    }

    /// <summary>The agents that some task can go to.</summary>
    public IReadOnlySet<string> Agents => _agents;

    /// <summary>Of each type with tasks that no agent can do, the first such task.</summary>
    public IReadOnlyList<int> UnroutableTasks => _unroutableTasks;

    private static bool NeedsAgent(TaskGraph graph, int task) =>
        graph.StatusOf(task) is not TaskNodeStatus.Completed && graph.HolderOf(task) is null;
}
