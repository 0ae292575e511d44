namespace Halo.Routing;

/// <summary>
/// A decision for every task of a graph, in topological order. Immutable and safe to share between threads; it keeps the
/// rules, agents and success rates that it was made with, so that it can explain itself at any time.
/// </summary>
public sealed class RoutingPlan
{
    private readonly Decision[] _decisions;
    private readonly Lazy<Rerouter> _rerouter;

    internal RoutingPlan(TaskGraph graph, RoutingSnapshot snapshot, CapabilityTable capabilities, RouteOptions options, Decision[] decisions)
    {
        Graph = graph;
        Options = options;
        Snapshot = snapshot;
        Capabilities = capabilities;
        _decisions = decisions;
        _rerouter = new Lazy<Rerouter>(() => new Rerouter(graph, snapshot, capabilities, options));
        foreach (var decision in decisions)
        {
            if (decision.Agent >= 0) AssignedCount++;
            else if (decision.IsUnassigned) UnassignedCount++;
        }
    }

    /// <summary>The graph.</summary>
    public TaskGraph Graph { get; }

    /// <summary>How it was routed.</summary>
    public RouteOptions Options { get; }

    /// <summary>The rules that decided.</summary>
    public RuleSet Rules => Snapshot.Matcher.Rules;

    /// <summary>The agents that were there.</summary>
    public AgentRegistry Agents => Snapshot.Agents;

    /// <summary>How many tasks have an agent, those in progress among them.</summary>
    public int AssignedCount { get; }

    /// <summary>How many tasks should have an agent and have none.</summary>
    public int UnassignedCount { get; }

    /// <summary>Every decision, in topological order; completed tasks among them.</summary>
    public IEnumerable<TaskDecision> Decisions => InOrder(_ => true);

    /// <summary>The tasks that have an agent, in topological order.</summary>
    public IEnumerable<TaskDecision> Assignments => InOrder(decision => decision.Agent >= 0);

    /// <summary>The tasks that should have an agent and have none, in topological order.</summary>
    public IEnumerable<TaskDecision> Unassigned => InOrder(decision => decision.IsUnassigned);

    /// <summary>How many tasks each agent has, in registry order; agents without tasks are left out. O(tasks + agents).</summary>
    public IReadOnlyDictionary<string, int> Workload()
    {
        var counts = new int[Agents.Count];
        foreach (var decision in _decisions)
        {
            if (decision.Agent >= 0) counts[decision.Agent]++;
        }

        var workload = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        for (var agent = 0; agent < counts.Length; agent++)
        {
            if (counts[agent] > 0) workload.Add(Agents[agent].Name, counts[agent]);
        }

        return workload;
    }

    /// <summary>What was decided of a task.</summary>
    /// <exception cref="KeyNotFoundException">The graph has no such task.</exception>
    public TaskDecision this[string taskId] => this[IndexOf(taskId)];

    /// <summary>What was decided of the task at an index of the graph.</summary>
    public TaskDecision this[int taskIndex] => Named(taskIndex, _decisions[taskIndex]);

    /// <summary>
    /// Why a task has its agent, or none: the rule that won, every better rule and what kept it from winning, and the
    /// candidates by capability with their figures at that moment. It tells of the plan: what a run did when an agent failed
    /// stands in the report of that run. O(tasks + conditions).
    /// </summary>
    /// <exception cref="KeyNotFoundException">The graph has no such task.</exception>
    public Explanation Explain(string taskId) => new Explainer(this, Snapshot, Capabilities, _decisions).Explain(IndexOf(taskId));

    internal RoutingSnapshot Snapshot { get; }

    internal CapabilityTable Capabilities { get; }

    /// <summary>The success rate that the plan compared for an agent: the configured one, weighed with the outcomes reported before.</summary>
    /// <param name="agent">The agent's position in the registry.</param>
    public double SuccessRateOf(int agent) => Capabilities.RateOf(agent);

    /// <summary>
    /// Decides a task once more, without agents that could not do it: the best rule for another agent, else the best other
    /// agent that lists its type, both under the plan's own rules, availability and success rates. Capacity is not asked:
    /// the task waits for a slot. The plan stays as it is. O(match + agents).
    /// </summary>
    /// <param name="taskId">The task.</param>
    /// <param name="without">The names of the agents to leave out.</param>
    /// <returns>The decision; unassigned with <see cref="DecisionReason.AgentUnavailable"/> when no agent is left.</returns>
    /// <exception cref="KeyNotFoundException">The graph has no such task.</exception>
    public TaskDecision RouteAgain(string taskId, IReadOnlyCollection<string> without)
    {
        ArgumentNullException.ThrowIfNull(without);
        var task = IndexOf(taskId);
        return Named(task, RouteAgain(task, agent => without.Contains(Agents[agent].Name, StringComparer.Ordinal)));
    }

    /// <inheritdoc cref="RouteAgain(string, IReadOnlyCollection{string})"/>
    /// <param name="task">The task's index in the graph.</param>
    /// <param name="refused">Says of an agent, by its position in the registry, whether to leave it out.</param>
    public Decision RouteAgain(int task, Func<int, bool> refused) => _rerouter.Value.Decide(task, refused);

    /// <summary>A decision of this plan by names. O(1).</summary>
    /// <param name="task">The task's index in the graph.</param>
    /// <param name="decision">The decision, of this plan or from routing again.</param>
    public TaskDecision Named(int task, Decision decision) => new(
        Graph.IdOf(task),
        decision.Agent < 0 ? null : Agents[decision.Agent].Name,
        decision.Reason,
        decision.Rule < 0 ? null : Snapshot.Matcher.Log.RuleOf(decision.Rule),
        decision.Waits);

    /// <summary>Every decision by task index, for programs that go through millions.</summary>
    public ReadOnlySpan<Decision> DecisionsByTask => _decisions;

    private int IndexOf(string taskId) =>
        Graph.TryGetIndex(taskId, out var index) ? index : throw new KeyNotFoundException($"The graph has no task '{taskId}'.");

    private IEnumerable<TaskDecision> InOrder(Func<Decision, bool> wanted)
    {
        for (var i = 0; i < Graph.Count; i++)
        {
            var task = Graph.Order[i];
            if (wanted(_decisions[task])) yield return this[task];
        }
    }
}
