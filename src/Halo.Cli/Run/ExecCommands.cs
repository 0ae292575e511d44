namespace Halo.Cli;

/// <summary>The commands of <c>--exec</c>, by agent.</summary>
internal sealed class ExecCommands
{
    private const string Anybody = "*";

    private readonly Dictionary<string, CommandTemplate> _byAgent = new(StringComparer.Ordinal);

    /// <summary>Reads <c>agent=command</c> and <c>*=command</c>.</summary>
    /// <exception cref="UsageException">One of them cannot be read.</exception>
    public ExecCommands(IEnumerable<string> options, bool useShell)
    {
        foreach (var option in options)
        {
            var at = option.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0) throw new UsageException($"--exec cannot be '{option}'; write 'agent=command', or '*=command' for all other agents.");
            var template = useShell ? CommandTemplate.Script(option[(at + 1)..]) : CommandTemplate.Direct(option[(at + 1)..]);
            if (!_byAgent.TryAdd(option[..at], template)) throw new UsageException($"--exec is given twice for '{option[..at]}'.");
        }
    }

    /// <summary>The command of an agent; null when it has none, and then it cannot take over tasks of others.</summary>
    public CommandTemplate? Of(string agent) => _byAgent.GetValueOrDefault(agent) ?? _byAgent.GetValueOrDefault(Anybody);

    /// <exception cref="UsageException">An agent with tasks has no command, or a command is for an agent that is not registered; every one is named.</exception>
    public void CheckFor(RoutingPlan plan)
    {
        var faults = new List<string>();
        var names = plan.Agents.Select(agent => agent.Name).ToArray();
        faults.AddRange(_byAgent.Keys.Where(agent => agent != Anybody && plan.Agents.IndexOf(agent) < 0)
            .Select(agent => $"--exec names '{agent}', which is not a registered agent. {Suggestion.For(agent, names)}".TrimEnd()));
        if (plan.Workload().Keys.Where(agent => Of(agent) is null).Select(agent => $"'{agent}'").ToArray() is { Length: > 0 } missing)
        {
            faults.Add($"--exec is missing for {string.Join(", ", missing)}; write --exec 'agent=command' for each, or --exec '*=command' for all.");
        }

        if (faults.Count > 0) throw new UsageException(string.Join(' ', faults));
    }
}
