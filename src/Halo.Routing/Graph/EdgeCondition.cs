using System.Text.Json.Serialization;

namespace Halo.Routing;

/// <summary>What a dependency must have come to, so that it counts for the task's <see cref="JoinRule"/>.</summary>
public sealed record EdgeCondition
{
    /// <summary>How the dependency must have ended. Default: it succeeded.</summary>
    public EdgeOutcome On { get; init; }

    /// <summary>
    /// What its result must be; null for any. A result that is a text, a number or a boolean is seen as the attribute
    /// <c>result</c>, a dictionary of attribute values as its entries, any other result as nothing.
    /// </summary>
    public Condition? When { get; init; }
}

/// <summary>How a dependency must have ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EdgeOutcome>))]
public enum EdgeOutcome : byte
{
    /// <summary>With success.</summary>
    [JsonStringEnumMemberName("succeeded")]
    Succeeded = 0,

    /// <summary>Without success: for a task that repairs, reports or takes another way.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Either way, but it was run.</summary>
    [JsonStringEnumMemberName("ended")]
    Ended,
}
