using Halo.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds routing to a service collection.</summary>
public static class HaloRoutingServiceCollectionExtensions
{
    /// <summary>
    /// Adds a singleton <see cref="HaloRouter"/> whose rules and agents come from the files that the options name. The
    /// options and files are validated when the host starts, or at first use where there is no host; an
    /// <see cref="OptionsValidationException"/> then lists every fault.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    public static IServiceCollection AddHaloRouting(this IServiceCollection services, Action<HaloServiceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Add(services, new HaloRoutingSource(null, null)).Configure(configure);
        return services;
    }

    /// <summary>Adds a singleton <see cref="HaloRouter"/> whose options are bound from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">A section with <c>RulesFile</c>, <c>AgentsFile</c> and, if wanted, <c>WatchRules</c>, <c>Capacity</c> and <c>PriorStrength</c>.</param>
    public static IServiceCollection AddHaloRouting(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        Add(services, new HaloRoutingSource(null, null)).Bind(section);
        return services;
    }

    /// <summary>Adds a singleton <see cref="HaloRouter"/> over rules and agents made in code.</summary>
    /// <param name="services">The services.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="agents">The agents; every rule's target must be among them.</param>
    /// <param name="configure">Sets the options; may be null.</param>
    public static IServiceCollection AddHaloRouting(
        this IServiceCollection services, RuleSet rules, AgentRegistry agents, Action<HaloServiceOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(agents);
        var builder = Add(services, new HaloRoutingSource(rules, agents));
        if (configure is not null) builder.Configure(configure);
        return services;
    }

    private static OptionsBuilder<HaloServiceOptions> Add(IServiceCollection services, HaloRoutingSource source)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider => new HaloRoutingHost(
            source, provider.GetRequiredService<IOptions<HaloServiceOptions>>().Value, provider.GetService<TimeProvider>(), provider.GetService<ILogger<HaloRouter>>()));
        services.TryAddSingleton(provider => provider.GetRequiredService<HaloRoutingHost>().Router);
        services.AddSingleton<IValidateOptions<HaloServiceOptions>>(new Validator(source));
        return services.AddOptions<HaloServiceOptions>().ValidateOnStart();
    }

    private sealed class Validator(HaloRoutingSource source) : IValidateOptions<HaloServiceOptions>
    {
        public ValidateOptionsResult Validate(string? name, HaloServiceOptions options)
        {
            var faults = source.Validate(options);
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
