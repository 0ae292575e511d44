namespace Halo.Routing;

/// <summary>Settings of routing in a service collection, bindable from configuration.</summary>
public sealed class HaloServiceOptions
{
    /// <summary>The defaults, new at each call since they can be changed.</summary>
    public static HaloServiceOptions Default => new();

    /// <summary>The rule file, relative to the content root of the host; without a host to the current folder. Required unless rules are given in code.</summary>
    public string? RulesFile { get; set; }

    /// <summary>The agent file, relative to the content root of the host; without a host to the current folder. Required unless agents are given in code.</summary>
    public string? AgentsFile { get; set; }

    /// <summary>
    /// Whether the router follows the rule file: a good change decides the next route, a bad one is logged and the last good
    /// rules stay. Not for rules given in code. Default false.
    /// </summary>
    public bool WatchRules { get; set; }

    /// <summary>What capacity bounds when a call does not say. Default <see cref="CapacityMode.Concurrent"/>.</summary>
    public CapacityMode Capacity { get; set; }

    /// <summary>How many outcomes an agent's configured success rate is worth beside reported ones, from 0.001 to 10^9. Default 20.</summary>
    public double PriorStrength { get; set; } = HaloRouterOptions.Default.PriorStrength;

    /// <summary>
    /// Every property whose value cannot be used, whatever the files hold; none when all is well. When it is used, an
    /// <see cref="Microsoft.Extensions.Options.OptionsValidationException"/> names them and the faults of the files.
    /// </summary>
    public IReadOnlyList<OptionFault> Faults()
    {
        var faults = new OptionFaults();
        faults.InRange(PriorStrength, HaloRouterOptions.IsStrength(PriorStrength), HaloRouterOptions.StrengthRange);
        faults.Defined(Capacity);
        return faults.Found;
    }

    internal HaloRouterOptions ToRouterOptions() => new() { PriorStrength = PriorStrength, Route = new RouteOptions { Capacity = Capacity } };
}
