using System.Globalization;

namespace Halo.Cli;

/// <summary>The commands of <c>--exec</c>, by agent.</summary>
internal sealed class ExecCommands
{
    private const string Rest = "*";
    private const int MostNamed = 5;

    private readonly Dictionary<string, CommandTemplate> _byAgent = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Reads <c>agent=command</c> and <c>*=command</c>.</summary>
    /// <param name="options">The options.</param>
    /// <param name="useShell">Whether commands are scripts.</param>
    /// <param name="agents">The names of the registered agents: the longest that fits is meant where a name holds the sign =.</param>
    /// <exception cref="UsageException">One of them cannot be read.</exception>
    public ExecCommands(IEnumerable<string> options, bool useShell, IReadOnlyCollection<string> agents)
    {
        foreach (var option in options)
        {
            var agent = agents.Where(name => option.StartsWith($"{name}=", StringComparison.Ordinal)).MaxBy(name => name.Length);
            var at = agent?.Length ?? option.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) throw new UsageException($"--exec cannot be '{option}'; write 'agent=command', or '*=command' for all other agents.");
            var template = useShell ? CommandTemplate.Script(option[(at + 1)..]) : CommandTemplate.Direct(option[(at + 1)..]);
            _texts[option[..at]] = useShell ? $"--shell {option[(at + 1)..]}" : option[(at + 1)..];
            if (!_byAgent.TryAdd(option[..at], template)) throw new UsageException($"--exec is given twice for '{option[..at]}'.");
        }
    }

    /// <summary>What is unwise in them; empty when nothing is.</summary>
    public IEnumerable<string> Warnings => _byAgent.Where(pair => pair.Value.ReadsValuesAsCode)
        .Select(pair => $"warning: the script after -c in --exec '{pair.Key}=...' reads values of tasks as code; write \"${CommandEnvironment.Task}\" there instead of {{task}}, and so on.");

    /// <summary>The commands as they were given, by words that say whose each is: what the results of a run depend on.</summary>
    public IReadOnlyDictionary<string, string> TextsFor(RoutingPlan plan) => plan.Agents
        .Where(agent => Of(agent.Name) is not null)
        .ToDictionary(agent => $"command of agent '{agent.Name}'", agent => _texts.GetValueOrDefault(agent.Name) ?? _texts[Rest], StringComparer.Ordinal);

    /// <summary>The command of an agent; null when it has none, and then it cannot take over tasks of others.</summary>
    public CommandTemplate? Of(string agent) => _byAgent.GetValueOrDefault(agent) ?? _byAgent.GetValueOrDefault(Rest);

    /// <exception cref="UsageException">An agent with tasks has no command, a command is for an agent that is not registered, or asks for attributes that tasks do not have; every one is named.</exception>
    public void CheckFor(RoutingPlan plan)
    {
        var faults = new List<string>();
        var names = plan.Agents.Select(agent => agent.Name).ToArray();
        faults.AddRange(_byAgent.Keys.Where(agent => agent != Rest && plan.Agents.IndexOf(agent) < 0)
            .Select(agent => $"--exec names '{agent}', which is not a registered agent. {Suggestion.For(agent, names)}".TrimEnd()));
        if (plan.Workload().Keys.Where(agent => Of(agent) is null).Select(agent => $"'{agent}'").ToArray() is { Length: > 0 } missing)
        {
            faults.Add($"--exec is missing for {string.Join(", ", missing)}; write --exec 'agent=command' for each, or --exec '*=command' for all.");
        }

        faults.AddRange(MissingAttributes(plan));
        if (faults.Count > 0) throw new UsageException(string.Join(' ', faults));
    }

    private IEnumerable<string> MissingAttributes(RoutingPlan plan)
    {
        if (_byAgent.Values.All(template => template.Attributes.Count == 0)) return [];
        return plan.Assignments
            .Select(decision => (decision.Task, Agent: decision.Agent!, Missing: plan.Graph.TryGetIndex(decision.Task, out var task) ? Of(decision.Agent!)?.MissingFor(plan.Graph, task) : null))
            .Where(found => !string.IsNullOrEmpty(found.Missing))
            .GroupBy(found => (found.Agent, found.Missing), found => $"'{found.Task}'")
            .Select(group => $"--exec of '{group.Key.Agent}' asks for {group.Key.Missing}, which {NamesOf([.. group])} not have. Give it to them, or read ${CommandEnvironment.NameOf("NAME")} in the command, which is not set then.");
    }

    private static string NamesOf(string[] tasks) => tasks.Length == 1 ? $"task {tasks[0]} does"
        : string.Create(CultureInfo.InvariantCulture, $"tasks {string.Join(", ", tasks.Take(MostNamed))}{(tasks.Length > MostNamed ? $" and {tasks.Length - MostNamed} more" : "")} do");
}
