using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Halo.Execution;

/// <summary>How the results of agents are written as JSON.</summary>
/// <param name="given">By agent, what its handler was given with.</param>
/// <param name="returned">By agent, the type that its handler returns, where it says so and was given with nothing.</param>
internal sealed class ResultTypes(IReadOnlyDictionary<string, JsonTypeInfo> given, IReadOnlyDictionary<string, Type> returned)
{
    /// <summary>How the results of an agent are written; null when its handler does not say what it returns.</summary>
    public JsonTypeInfo? Of(string agent) =>
        given.GetValueOrDefault(agent) ?? (returned.TryGetValue(agent, out var type) ? ResultJson.Of(type) : null);

    /// <summary>Whether its user vouches for how the results of an agent are written.</summary>
    public bool IsGiven(string agent) => given.ContainsKey(agent);

    /// <summary>Whether no result of an agent can ever be kept.</summary>
    public bool CannotKeep(string agent, [NotNullWhen(true)] out Type? type) =>
        returned.TryGetValue(agent, out type) && ResultJson.Of(type) is null;

    /// <summary>A result as JSON by the type of its agent, or else by its own.</summary>
    /// <exception cref="ResultNotKeptException">It cannot be written.</exception>
    public JsonTypeInfo For(string agent, object result) => Of(agent) ?? ResultJson.Of(result)
        ?? throw new ResultNotKeptException($"Nothing says how a {result.GetType().Name} is written as JSON.");

    /// <summary>A result from JSON.</summary>
    /// <param name="agent">The agent that returned it.</param>
    /// <param name="typeName">The name of its type.</param>
    /// <param name="json">The result.</param>
    /// <exception cref="JsonException">It is not of the type that the agent's handler returns.</exception>
    public object? Read(string agent, string? typeName, JsonElement json)
    {
        var type = Of(agent) ?? ResultJson.OfPlain(typeName);
        if (type is null) return new StoredResult(json, typeName);
        try
        {
            return json.Deserialize(type);
        }
        catch (Exception fault) when (fault is not JsonException)
        {
            throw new JsonException(fault.Message, fault); // whatever a type's own code throws
        }
    }
}
