using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using QuikGraph;

namespace Halo.Routing;

/// <summary>
/// Routes every task of a DAG to an agent, first by rules, then by capability. The same graph, rules, agents and
/// outcomes always give the same plan. Safe to share between threads: rules and agents are replaced as one immutable
/// snapshot, a route uses one snapshot from start to end, and no caller waits.
/// </summary>
public sealed class HaloRouter
{
    private readonly ILogger _logger;
    private readonly OutcomeTracker _outcomes;
    private readonly RouterState _state;
    private readonly RouteOptions _usual;

    /// <summary>Creates a router. O(rules + agents).</summary>
    /// <param name="rules">The rules; every target must be registered.</param>
    /// <param name="agents">The agents.</param>
    /// <param name="options">Settings; the defaults when null.</param>
    /// <param name="logger">Where to log; nowhere when null.</param>
    /// <exception cref="HaloValidationException">A rule routes to an agent that is not registered; the exception names every such rule.</exception>
    /// <exception cref="ArgumentException">An option is out of its range; the exception names every such option.</exception>
    public HaloRouter(RuleSet rules, AgentRegistry agents, HaloRouterOptions? options = null, ILogger<HaloRouter>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(agents);
        options ??= HaloRouterOptions.Default;
        OptionFault.ThrowIfAny(options.Faults());

        _logger = (ILogger?)logger ?? NullLogger.Instance;
        _outcomes = new OutcomeTracker(options.PriorStrength);
        _usual = options.Route;
        _state = new RouterState(rules, agents, _outcomes, _logger);
    }

    /// <summary>The rules in force, in declaration order; after the change of a single rule listed at first use, in O(n log n).</summary>
    public RuleSet Rules => _state.Current.Matcher.Rules;

    /// <summary>The agents in force.</summary>
    public AgentRegistry Agents => _state.Current.Agents;

    /// <summary>Decides every task of a graph. O(tasks), independent of the number of rules for indexed conditions.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="options">How to route it; the router's own options when null.</param>
    /// <exception cref="HaloValidationException">
    /// A task in progress or <see cref="RouteOptions.Available"/> names an agent that is not registered, or the tasks take
    /// longer than <see cref="TaskEstimate.MaxTotalSeconds"/>; the exception names every such task and agent.
    /// </exception>
    /// <exception cref="ArgumentException">An option is out of its range; the exception names every such option.</exception>
    public RoutingPlan Route(TaskGraph graph, RouteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (options is not null) OptionFault.ThrowIfAny(options.Faults());
        options ??= _usual;
        var snapshot = _state.Current;
        AvailabilityCheck.ThrowIfUnknown(options, snapshot.Agents);
        snapshot.ThrowIfHolderUnknown(graph);
        DurationCheck.ThrowIfTooLong(graph, snapshot.Agents);

        using var measure = RoutingTelemetry.Begin(graph);
        var capabilities = snapshot.Capabilities();
        var decisions = new RoutingPass(graph, snapshot, capabilities, options).Run();
        var plan = new RoutingPlan(graph, snapshot, capabilities, options, decisions);
        measure.End(plan);
        if (plan.UnassignedCount > 0) RouterLog.Unassigned(_logger, plan.UnassignedCount, graph.Count);
        else RouterLog.Routed(_logger, graph.Count);
        return plan;
    }

    /// <summary>Builds a graph from tasks and routes it.</summary>
    /// <param name="tasks">The tasks, in insertion order.</param>
    /// <param name="options">How to route it; the router's own options when null.</param>
    /// <exception cref="HaloValidationException">The graph is faulty; the exception lists every fault.</exception>
    /// <exception cref="ArgumentException">An option is out of its range; the exception names every such option.</exception>
    public RoutingPlan Route(IEnumerable<TaskNode> tasks, RouteOptions? options = null) => Route(TaskGraph.Create(tasks), options);

    /// <summary>Copies a QuikGraph graph of tasks and routes it. An edge leads from the task that comes first to the task that depends on it.</summary>
    /// <typeparam name="TEdge">Any kind of edge; parallel edges count once.</typeparam>
    /// <param name="graph">The graph; its order of vertices and edges is the order of insertion.</param>
    /// <param name="options">How to route it; the router's own options when null.</param>
    /// <exception cref="HaloValidationException">The graph is faulty; the exception lists every fault, each cycle as a path.</exception>
    /// <exception cref="ArgumentException">An option is out of its range; the exception names every such option.</exception>
    public RoutingPlan Route<TEdge>(IVertexAndEdgeListGraph<TaskNode, TEdge> graph, RouteOptions? options = null)
        where TEdge : IEdge<TaskNode> => Route(graph.ToTaskGraph(), options);

    /// <summary>Replaces the rules. Routes that have begun end with the old ones.</summary>
    /// <exception cref="HaloValidationException">A rule routes to an agent that is not registered; the old rules stay in force.</exception>
    public void ReplaceRules(RuleSet rules) => Replace(rules, null);

    /// <summary>Replaces the agents. Outcomes reported for agents of the same name still count.</summary>
    /// <exception cref="HaloValidationException">A rule routes to an agent that is not registered any more; the old agents stay in force.</exception>
    public void ReplaceAgents(AgentRegistry agents) => Replace(null, agents);

    /// <summary>Replaces rules and agents at once. A null keeps what is in force.</summary>
    /// <exception cref="HaloValidationException">A rule routes to an agent that is not registered; everything stays as it was.</exception>
    public void Replace(RuleSet? rules, AgentRegistry? agents) => _state.Replace(rules, agents);

    /// <summary>
    /// Adds a rule, last in declaration order. Routes that have begun end without it. Amortized O(log rules) of the cost of
    /// indexing one rule, and O(agents).
    /// </summary>
    /// <exception cref="HaloValidationException">
    /// The rule is malformed, its id is taken or its agent is not registered: the exception names every fault, and
    /// everything stays as it was.
    /// </exception>
    public void AddRule(RoutingRule rule) => _state.Add(rule);

    /// <summary>
    /// Puts a rule in the place of the one that has its id, also in declaration order. Routes that have begun end with the
    /// old one. Costs as much as <see cref="AddRule"/>.
    /// </summary>
    /// <exception cref="HaloValidationException">
    /// The rule is malformed, no rule has its id or its agent is not registered: the exception names every fault, and
    /// everything stays as it was.
    /// </exception>
    public void ReplaceRule(RoutingRule rule) => _state.Replace(rule);

    /// <summary>Removes a rule. Routes that have begun end with it. O(rules / 64 + agents), amortized.</summary>
    /// <exception cref="HaloValidationException">No rule has the id; everything stays as it was.</exception>
    public void RemoveRule(string id) => _state.Remove(id);

    /// <summary>
    /// Takes the rules of a source now, and again whenever they change. What the source or this router refuses is logged,
    /// and the last good rules stay in force. Rules that were changed one by one last until the source's next change.
    /// </summary>
    /// <param name="source">The source; it stays the caller's to dispose.</param>
    /// <returns>Ends the following; the rules in force stay.</returns>
    /// <exception cref="HaloValidationException">
    /// A rule of the source routes to an agent that is not registered: nothing is followed, the old rules stay in force.
    /// </exception>
    public IDisposable Follow(RuleSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new RuleFollower(source, _state, _logger);
    }

    /// <summary>
    /// Reports how a task ended. Later routes compare the mean of a Beta posterior: the configured rate weighted by
    /// <see cref="HaloRouterOptions.PriorStrength"/>, and every report.
    /// </summary>
    /// <param name="agent">The agent's name.</param>
    /// <param name="succeeded">Whether the task succeeded.</param>
    /// <exception cref="ArgumentException">The agent is not registered.</exception>
    public void ReportOutcome(string agent, bool succeeded)
    {
        if (Agents.IndexOf(agent) < 0) throw new ArgumentException($"'{agent}' is not a registered agent.", nameof(agent));
        _outcomes.Report(agent, succeeded);
    }

    /// <summary>Reports how a task ended, unless the agent is not registered any more.</summary>
    /// <param name="agent">The agent's name.</param>
    /// <param name="succeeded">Whether the task succeeded.</param>
    public void TryReportOutcome(string agent, bool succeeded)
    {
        if (Agents.IndexOf(agent) >= 0) _outcomes.Report(agent, succeeded);
    }

    /// <summary>The success rate that the next route compares for an agent.</summary>
    /// <exception cref="ArgumentException">The agent is not registered.</exception>
    public double SuccessRateOf(string agent)
    {
        var snapshot = _state.Current;
        var index = snapshot.Agents.IndexOf(agent);
        return index >= 0 ? snapshot.Capabilities().RateOf(index) : throw new ArgumentException($"'{agent}' is not a registered agent.", nameof(agent));
    }
}
