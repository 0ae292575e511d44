namespace Halo.Cli;

/// <summary>Where the inputs are; <c>-</c> is standard input, null is an input that is not there.</summary>
internal sealed record InputPaths(string? Graph, string? Rules, string? Agents)
{
    public const string StandardInput = "-";
    public const string GraphName = "graph.json";
    public const string RulesName = "rules.json";
    public const string AgentsName = "agents.json";

    /// <summary>The inputs that are files.</summary>
    public IEnumerable<string> Files => new[] { Graph, Rules, Agents }.OfType<string>().Where(path => path != StandardInput);

    /// <summary>The inputs of a command that routes: a folder gives what is not said.</summary>
    /// <exception cref="UsageException">A path is empty, or two inputs are standard input.</exception>
    public static InputPaths ForRouting(string graph, string? rules, string? agents)
    {
        var paths = new InputPaths(graph, rules, agents);
        if (IsFolder(graph))
        {
            paths = new InputPaths(Path.Combine(graph, GraphName), rules ?? Path.Combine(graph, RulesName), agents ?? Path.Combine(graph, AgentsName));
        }

        return paths.Checked();
    }

    public static bool IsFolder(string path) => path != StandardInput && Directory.Exists(path);

    /// <exception cref="UsageException">A path is empty, or two inputs are standard input.</exception>
    public InputPaths Checked()
    {
        string?[] paths = [Graph, Rules, Agents];
        if (paths.Contains("")) throw new UsageException("the name of an input is empty; give a file, or - for standard input.");
        if (paths.Count(path => path == StandardInput) > 1) throw new UsageException("only one input can be -, standard input.");
        return this;
    }
}
