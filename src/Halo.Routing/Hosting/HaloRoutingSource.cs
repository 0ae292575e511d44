namespace Halo.Routing;

/// <summary>Where a service collection's rules and agents come from: from code where they are given, else from the files of the options.</summary>
internal sealed record HaloRoutingSource(RuleSet? Rules, AgentRegistry? Agents)
{
    private string? _contentRoot;

    /// <summary>The same with files relative to a folder; to the current one when null.</summary>
    public HaloRoutingSource In(string? contentRoot) => this with { _contentRoot = contentRoot };

    /// <summary>The full path of a file of the options.</summary>
    public string PathOf(string file) => _contentRoot is null ? Path.GetFullPath(file) : Path.GetFullPath(file, Path.GetFullPath(_contentRoot));

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
    public RuleSet LoadRules(HaloServiceOptions options) => Rules ?? RuleFile.Load(PathOf(options.RulesFile!));

    /// <summary>The agents that validated options name.</summary>
    public AgentRegistry LoadAgents(HaloServiceOptions options) => Agents ?? AgentFile.Load(PathOf(options.AgentsFile!));

    private T? Load<T>(T? given, string? path, string option, Func<string, LoadResult<T>> read, List<string> faults)
        where T : class
    {
        if (given is not null) return given;
        if (string.IsNullOrEmpty(path))
        {
            faults.Add($"{option} is missing: name the file, or give the {(typeof(T) == typeof(RuleSet) ? "rules" : "agents")} in code.");
            return null;
        }

        var result = read(PathOf(path));
        if (result.Value is null) faults.AddRange(result.Diagnostics.Select(fault => Describe(fault, path, option)));
        return result.Value;
    }

    // Of a file that is not there, the folder is what is likely to be wrong.
    private string Describe(Diagnostic fault, string path, string option)
    {
        if (fault.Code != DiagnosticCodes.UnreadableFile || Path.IsPathRooted(path)) return fault.ToString();
        var folder = _contentRoot is null ? "the current folder" : "the content root";
        return $"{fault} {option} '{path}' is relative to {folder}, '{_contentRoot ?? Environment.CurrentDirectory}'.";
    }
}
