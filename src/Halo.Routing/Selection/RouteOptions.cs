namespace Halo.Routing;

/// <summary>How one graph is routed.</summary>
public sealed record RouteOptions
{
    /// <summary>The defaults: concurrent capacity, every agent available.</summary>
    public static RouteOptions Default { get; } = new();

    /// <summary>What capacity bounds. Default <see cref="CapacityMode.Concurrent"/>.</summary>
    public CapacityMode Capacity { get; init; }

    /// <summary>
    /// The names of the agents that may be used; null means all and an empty collection none. A route refuses a name that
    /// is not registered: a misspelt agent would otherwise look like one that is down.
    /// </summary>
    public IReadOnlyCollection<string>? Available { get; init; }

    /// <summary>Every property whose value cannot be used; none when all is well. O(available agents).</summary>
    public IReadOnlyList<OptionFault> Faults()
    {
        var faults = new OptionFaults();
        faults.Defined(Capacity);
        if (Available is not null && Available.Any(name => name is null)) faults.Add(nameof(Available), "must not hold null");
        return faults.Found;
    }
}
