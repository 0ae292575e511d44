namespace Halo.Routing;

/// <summary>Settings of a <see cref="HaloRouter"/>.</summary>
public sealed record HaloRouterOptions
{
    /// <summary>The defaults.</summary>
    public static HaloRouterOptions Default { get; } = new();

    /// <summary>
    /// How many outcomes an agent's configured success rate is worth beside reported ones, from 0.001 to 10^9. Default 20:
    /// after twenty reports the configured and the observed rate weigh the same.
    /// </summary>
    public double PriorStrength { get; init; } = 20;

    /// <summary>How graphs are routed when a call does not say.</summary>
    public RouteOptions Route { get; init; } = RouteOptions.Default;

    /// <summary>What <see cref="PriorStrength"/> must be, for messages.</summary>
    internal const string StrengthRange = "from 0.001 to 1000000000";

    /// <summary>Whether a prior strength is within its range; NaN is not.</summary>
    internal static bool IsStrength(double strength) => strength is >= 1e-3 and <= 1e9;

    /// <summary>Every property whose value cannot be used; none when all is well.</summary>
    public IReadOnlyList<OptionFault> Faults()
    {
        var faults = new OptionFaults();
        faults.InRange(PriorStrength, IsStrength(PriorStrength), StrengthRange);
        faults.NotNull(Route);
        faults.Inside(Route?.Faults(), nameof(Route));
        return faults.Found;
    }
}
