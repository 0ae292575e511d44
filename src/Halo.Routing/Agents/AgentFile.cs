using System.Text;

namespace Halo.Routing;

/// <summary>
/// Agent files: <c>{"agents":[{"name":"builder","types":["compile"],"maxConcurrentTasks":10,"successRate":0.82,"cost":0.4}]}</c>.
/// </summary>
public static class AgentFile
{
    private static readonly string[] AgentProperties = ["name", "types", "skills", "maxConcurrentTasks", "successRate", "cost", "speed", "execution", "circuitBreaker"];

    /// <summary>Loads an agent file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">How large it may be; the defaults when null.</param>
    /// <exception cref="HaloValidationException">The file cannot be read or is faulty; the exception carries every fault with its line.</exception>
    public static AgentRegistry Load(string path, InputLimits? limits = null) => Read(path, limits).OrThrow();

    /// <summary>Parses an agent file's text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="file">The name to show in faults.</param>
    /// <exception cref="HaloValidationException">The text is faulty; the exception carries every fault with its line.</exception>
    public static AgentRegistry Parse(string json, string? file = null) => Read(Encoding.UTF8.GetBytes(json), file).OrThrow();

    /// <summary>Loads an agent file and returns its faults instead of throwing.</summary>
    /// <inheritdoc cref="Load"/>
    public static LoadResult<AgentRegistry> Read(string path, InputLimits? limits = null) =>
        InputFile.Read(path, InputLimits.Of(limits), bytes => Read(bytes, path, limits));

    /// <summary>Parses an agent file's UTF-8 text and returns its faults instead of throwing.</summary>
    /// <param name="utf8">The text, with or without a byte order mark.</param>
    /// <param name="file">The name to show in faults.</param>
    /// <param name="limits">How large it may be; the defaults when null.</param>
    public static LoadResult<AgentRegistry> Read(ReadOnlySpan<byte> utf8, string? file = null, InputLimits? limits = null)
    {
        limits = InputLimits.Of(limits);
        var faults = new DiagnosticBag();
        var agents = new List<Agent>();
        var locations = new List<SourceLocation>();
        JsonFile.ReadItems(utf8, file, faults, limits, "an agent file", "agents", (ref JsonCursor json) => ReadAgent(ref json, agents, locations));
        try
        {
            return new LoadResult<AgentRegistry>(AgentRegistry.Create(agents, locations, faults), []);
        }
        catch (HaloValidationException exception)
        {
            return new LoadResult<AgentRegistry>(null, exception.Diagnostics);
        }
    }

    private static void ReadAgent(ref JsonCursor json, List<Agent> agents, List<SourceLocation> locations)
    {
        json.SetOwner("An agent", null);
        var location = json.Here;
        if (!json.TryEnterObject("it")) return;
        if (json.PeekString("name"u8) is { } known) json.SetOwner("Agent", known);

        var seen = 0UL;
        string? name = null;
        var agent = new Agent("");
        while (json.NextProperty(AgentProperties, ref seen, out var property))
        {
            agent = property switch
            {
                "name" => agent with { Name = (name = json.ReadString("'name'")) ?? "" },
                "types" => agent with { Types = json.ReadStrings("'types'") },
                "skills" => agent with { Skills = json.ReadStrings("'skills'") },
                "maxConcurrentTasks" => agent with { MaxConcurrentTasks = json.ReadInteger("'maxConcurrentTasks'") ?? agent.MaxConcurrentTasks },
                "successRate" => agent with { SuccessRate = json.ReadNumber("'successRate'") ?? agent.SuccessRate },
                "cost" => agent with { Cost = json.ReadNumber("'cost'") ?? agent.Cost },
                "speed" => agent with { Speed = json.ReadNumber("'speed'") ?? agent.Speed },
                "execution" => agent with { Execution = ExecutionReader.Read(ref json) },
                _ => agent with { CircuitBreaker = CircuitBreakerReader.Read(ref json) },
            };
        }

        if (name is "" || (seen & 1) == 0) json.Fault(DiagnosticCodes.MissingProperty, "'name' is missing or empty.", "Give every agent a name of its own.", location);
        if (string.IsNullOrEmpty(name)) return; // reported already; without a name nothing else can be said of it
        agents.Add(agent);
        locations.Add(location);
    }
}
