using System.Text.Json.Serialization.Metadata;

namespace Halo.Execution;

/// <summary>How the results of agents are written as JSON; none for agents whose results are not kept.</summary>
internal sealed class ResultTypes(IReadOnlyDictionary<string, JsonTypeInfo> byAgent)
{
    public JsonTypeInfo? Of(string agent) => byAgent.GetValueOrDefault(agent);
}
