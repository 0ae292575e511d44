using Halo.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Adds routing to a service collection, once: a second call is refused, since one of two sources of rules would be ignored.
/// To set further options, use <c>services.Configure&lt;HaloServiceOptions&gt;(...)</c>.
/// </summary>
public static class HaloRoutingServiceCollectionExtensions
{
    /// <summary>
    /// Adds a singleton <see cref="HaloRouter"/> whose rules and agents come from the files that the options name. The
    /// options and files are validated when the host starts, or at first use where there is no host; an
    /// <see cref="OptionsValidationException"/> then lists every fault.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="InvalidOperationException">Routing was added already.</exception>
    public static IServiceCollection AddHaloRouting(this IServiceCollection services, Action<HaloServiceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Add(services, new HaloRoutingSource(null, null)).Configure(configure);
        return services;
    }

    /// <summary>Adds a singleton <see cref="HaloRouter"/> whose options are bound from configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">A section with <c>RulesFile</c>, <c>AgentsFile</c> and, if wanted, <c>WatchRules</c>, <c>Capacity</c> and <c>PriorStrength</c>.</param>
    /// <exception cref="InvalidOperationException">Routing was added already.</exception>
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
    /// <exception cref="InvalidOperationException">Routing was added already.</exception>
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
        if (services.Any(service => service.ServiceType == typeof(HaloRoutingHost)))
        {
            throw new InvalidOperationException(
                "AddHaloRouting was called already. Call it once; to set further options use services.Configure<HaloServiceOptions>(...).");
        }

        services.AddSingleton(provider => new HaloRoutingHost(
            source.In(ContentRootOf(provider)),
            provider.GetRequiredService<IOptions<HaloServiceOptions>>().Value,
            provider.GetService<TimeProvider>(),
            provider.GetService<ILogger<HaloRouter>>()));
        services.TryAddSingleton(provider => provider.GetRequiredService<HaloRoutingHost>().Router);
        services.AddSingleton<IValidateOptions<HaloServiceOptions>>(provider => new Validator(source.In(ContentRootOf(provider))));
        return services.AddOptions<HaloServiceOptions>().ValidateOnStart();
    }

    private static string? ContentRootOf(IServiceProvider provider) => provider.GetService<IHostEnvironment>()?.ContentRootPath;

    private sealed class Validator(HaloRoutingSource source) : IValidateOptions<HaloServiceOptions>
    {
        public ValidateOptionsResult Validate(string? name, HaloServiceOptions options)
        {
            var faults = source.Validate(options);
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
    }
}
