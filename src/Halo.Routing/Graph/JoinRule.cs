using System.Globalization;
using System.Text.Json.Serialization;

namespace Halo.Routing;

/// <summary>When a task with dependencies runs. The default value is <see cref="AllSucceeded"/>.</summary>
[JsonConverter(typeof(JoinRuleConverter))]
public readonly record struct JoinRule
{
    private JoinRule(JoinKind kind, int count) => (Kind, Count) = (kind, count);

    /// <summary>What it counts.</summary>
    public JoinKind Kind { get; }

    /// <summary>For a quorum, how many dependencies must succeed; otherwise 0.</summary>
    public int Count { get; }

    /// <summary>Every dependency succeeded.</summary>
    public static JoinRule AllSucceeded => default;

    /// <summary>Every dependency has ended, however it did; skipped ones too.</summary>
    public static JoinRule AllDone => new(JoinKind.AllDone, 0);

    /// <summary>One dependency succeeded; the task does not wait for the others.</summary>
    public static JoinRule AnySucceeded => Quorum(1);

    /// <summary>So many dependencies succeeded; the task does not wait for the others.</summary>
    /// <param name="count">How many, from 1 to the number of the task's dependencies.</param>
    public static JoinRule Quorum(int count) => new(JoinKind.Quorum, count);

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        JoinKind.AllDone => "all done",
        JoinKind.Quorum => string.Create(CultureInfo.InvariantCulture, $"at least {Count} succeeded"),
        _ => "all succeeded",
    };
}

/// <summary>What a <see cref="JoinRule"/> counts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JoinKind>))]
public enum JoinKind : byte
{
    /// <summary>All dependencies must succeed.</summary>
    [JsonStringEnumMemberName("allSucceeded")]
    AllSucceeded = 0,

    /// <summary>All dependencies must have ended.</summary>
    [JsonStringEnumMemberName("allDone")]
    AllDone,

    /// <summary>A number of dependencies must succeed.</summary>
    [JsonStringEnumMemberName("quorum")]
    Quorum,
}
