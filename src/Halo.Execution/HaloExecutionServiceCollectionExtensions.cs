using Halo.Execution;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds running of plans to a service collection.</summary>
public static class HaloExecutionServiceCollectionExtensions
{
    /// <summary>
    /// Adds a singleton <see cref="PlanExecutor"/> that takes the collection's <see cref="TimeProvider"/>, and reports
    /// outcomes to its <see cref="HaloRouter"/>, where there are such.
    /// </summary>
    /// <param name="services">The services.</param>
    public static IServiceCollection AddHaloExecution(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider => new PlanExecutor(provider.GetService<TimeProvider>(), provider.GetService<HaloRouter>()));
        return services;
    }
}
