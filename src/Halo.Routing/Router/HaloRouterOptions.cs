namespace Halo.Routing;

/// <summary>Settings of a <see cref="HaloRouter"/>.</summary>
public sealed record HaloRouterOptions
{
    /// <summary>The defaults.</summary>
    public static HaloRouterOptions Default { get; } = new();

    /// <summary>
    /// How many outcomes an agent's configured success rate is worth beside reported ones, more than zero. Default 20:
    /// after twenty reports the configured and the observed rate weigh the same.
    /// </summary>
    public double PriorStrength { get; init; } = 20;

    /// <summary>How graphs are routed when a call does not say.</summary>
    public RouteOptions Route { get; init; } = RouteOptions.Default;

    /// <summary>Every property whose value cannot be used; none when all is well.</summary>
    public IReadOnlyList<OptionFault> Faults()
    {
        var faults = new OptionFaults();
        faults.InRange(PriorStrength, double.IsFinite(PriorStrength) && PriorStrength > 0, "more than zero");
        faults.NotNull(Route);
        faults.Inside(Route?.Faults(), nameof(Route));
        return faults.Found;
    }
}
