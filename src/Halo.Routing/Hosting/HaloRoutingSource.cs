namespace Halo.Routing;

/// <summary>Where a service collection's rules and agents come from: from code where they are given, else from the files of the options.</summary>
internal sealed record HaloRoutingSource(RuleSet? Rules, AgentRegistry? Agents)
{
    /// <summary>Every fault of the options and of the files they name.</summary>
    public IReadOnlyList<string> Validate(HaloServiceOptions options)
    {
        var faults = options.Faults().Select(fault => $"{fault}.").ToList();
        if (options.WatchRules && Rules is not null) faults.Add($"{nameof(HaloServiceOptions.WatchRules)} has no file to watch: the rules are given in code.");
        var rules = Load(Rules, options.RulesFile, nameof(HaloServiceOptions.RulesFile), path => RuleFile.Read(path), faults);
        var agents = Load(Agents, options.AgentsFile, nameof(HaloServiceOptions.AgentsFile), path => AgentFile.Read(path), faults);
        if (rules is not null && agents is not null)
        {
            faults.AddRange(RuleValidator.ValidateTargets(rules, agents.Select(agent => agent.Name)).Select(fault => fault.ToString()));
        }

        return faults;
    }

    /// <summary>The rules that validated options name.</summary>
    public RuleSet LoadRules(HaloServiceOptions options) => Rules ?? RuleFile.Load(options.RulesFile!);

    /// <summary>The agents that validated options name.</summary>
    public AgentRegistry LoadAgents(HaloServiceOptions options) => Agents ?? AgentFile.Load(options.AgentsFile!);

    private static T? Load<T>(T? given, string? path, string option, Func<string, LoadResult<T>> read, List<string> faults)
        where T : class
    {
        if (given is not null) return given;
        if (string.IsNullOrEmpty(path))
        {
            faults.Add($"{option} is missing: name the file, or give the {(typeof(T) == typeof(RuleSet) ? "rules" : "agents")} in code.");
            return null;
        }

        var result = read(path);
        if (result.Value is null) faults.AddRange(result.Diagnostics.Select(fault => fault.ToString()));
        return result.Value;
    }
}
