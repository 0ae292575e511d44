using Halo.Formats;

namespace Halo.Cli;

/// <summary>The inputs of a command, and every fault of all of them.</summary>
internal sealed class InputSet(CommandStreams streams, CancellationToken cancellationToken)
{
    private byte[]? _standardInput;
    private Diagnostic? _standardInputFault;

    /// <summary>The faults so far, input by input.</summary>
    public List<Diagnostic> Faults { get; } = [];

    /// <summary>The inputs that were read, by name.</summary>
    public List<string> Files { get; } = [];

    /// <summary>The tasks; null when not given or faulty.</summary>
    public TaskGraph? Graph { get; private set; }

    /// <summary>The rules; null when not given or faulty.</summary>
    public RuleSet? Rules { get; private set; }

    /// <summary>The agents: those given, else the machines of the tasks' file; null when there are none, or they are faulty.</summary>
    public AgentRegistry? Agents { get; private set; }

    /// <summary>Reads every input of a command that needs tasks and agents, also after faults.</summary>
    /// <exception cref="UsageException">No agents are given, and the file of the tasks names no machines.</exception>
    public void LoadForRouting(InputPaths paths)
    {
        Load(paths);
        if (paths.Agents is not null || Graph is null || Agents is not null) return;
        throw new UsageException($"--agents FILE is missing; '{paths.Graph}' names no machines, and only a folder brings its own {InputPaths.AgentsName}.");
    }

    /// <summary>Reads every input, also after faults.</summary>
    public void Load(InputPaths paths)
    {
        // Side by side: even of small files each needs code of its own that is not compiled yet.
        var graph = Task.Run(
            () => Read(paths.Graph, path => TaskFiles.Read(path), (text, path) => TaskFiles.Read(text, path)), cancellationToken);
        var agents = Task.Run(
            () => Read(paths.Agents, path => AgentFile.Read(path), (text, path) => AgentFile.Read(text, path)), cancellationToken);
        var rules = Read(paths.Rules, path => RuleFile.Read(path), (text, path) => RuleFile.Read(text, path));
        var tasks = Take(paths.Graph, graph.GetAwaiter().GetResult());
        Graph = tasks?.Graph;
        Rules = Take(paths.Rules, rules);
        Agents = paths.Agents is null ? tasks?.Agents : Take(paths.Agents, agents.GetAwaiter().GetResult());
    }

    /// <summary>
    /// Routes the graph, and finds the faults between inputs on the way: rules and tasks in progress whose agents are not
    /// registered, and unknown agents among the available ones. What is missing is left out.
    /// </summary>
    /// <returns>The plan; null when there is a fault or something is missing.</returns>
    public RoutingPlan? Route(RouteOptions options)
    {
        if (Agents is null) return null;
        var rules = Rules ?? RuleSet.Empty;
        if (RuleValidator.ValidateTargets(rules, Agents.Select(agent => agent.Name)) is { Count: > 0 } wrongTargets)
        {
            Faults.AddRange(wrongTargets);
            rules = RuleSet.Empty; // so that the tasks are looked at all the same
        }

        if (options.Available is { } available)
        {
            foreach (var name in available) CheckAvailable(name, Agents);
            options = options with { Available = [.. available.Where(name => Agents.IndexOf(name) >= 0)] };
        }

        if (Graph is null) return null;
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            var plan = new HaloRouter(rules, Agents).Route(Graph, options);
            return Faults.Count == 0 ? plan : null;
        }
        catch (HaloValidationException exception)
        {
            Faults.AddRange(exception.Diagnostics);
            return null;
        }
    }

    /// <summary>
    /// Finds what is valid but probably not intended: in the rules and the tasks alone, and, where nothing is refused, between
    /// rules, agents and tasks as far as they are given.
    /// </summary>
    public void Lint()
    {
        cancellationToken.ThrowIfCancellationRequested();
        var isRefused = Faults.Exists(fault => fault.Severity == DiagnosticSeverity.Error);
        if (Rules is not null) Faults.AddRange(RuleLint.Find(Rules));
        if (Graph is not null) Faults.AddRange(GraphLint.Find(Graph, Agents));
        if (!isRefused && (Rules ?? (object?)Graph) is not null) Faults.AddRange(RoutingLint.Find(Rules, Agents, Graph));
    }

    /// <summary>What standard input holds; null when it cannot be read or is too large, which is reported when it is loaded.</summary>
    public byte[]? ReadStandardInput()
    {
        if (_standardInput is not null) return _standardInput;
        try
        {
            _standardInput = InputFile.ReadAll(streams.Input, InputLimits.Default);
            _standardInputFault ??= _standardInput is null ? InputFile.TooLarge<TaskGraph>(InputPaths.StandardInput, InputLimits.Default).Diagnostics[0] : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _standardInputFault = new Diagnostic(DiagnosticCodes.UnreadableFile, DiagnosticSeverity.Error, exception.Message, "", new SourceLocation(InputPaths.StandardInput, 0));
        }

        return _standardInput;
    }

    private LoadResult<T>? Read<T>(
        string? path, Func<string, LoadResult<T>> readFile, Func<ReadOnlySpan<byte>, string?, LoadResult<T>> readText)
        where T : class
    {
        if (path is null) return null;
        if (path != InputPaths.StandardInput) return readFile(path);
        return ReadStandardInput() is { } text ? readText(text, path) : new LoadResult<T>(null, [_standardInputFault!]);
    }

    private T? Take<T>(string? path, LoadResult<T>? result)
        where T : class
    {
        if (path is null || result is null) return null;
        Files.Add(path);
        Faults.AddRange(result.Diagnostics);
        return result.Value;
    }

    private void CheckAvailable(string name, AgentRegistry agents)
    {
        if (agents.IndexOf(name) >= 0) return;
        Faults.Add(new Diagnostic(DiagnosticCodes.UnknownAgent, DiagnosticSeverity.Error,
            $"--available names '{name}', which is not a registered agent.", Suggestion.For(name, agents.Select(agent => agent.Name))));
    }
}
