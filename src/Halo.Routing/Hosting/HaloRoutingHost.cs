using Microsoft.Extensions.Logging;

namespace Halo.Routing;

/// <summary>A service collection's router, and the watch over its rule file where the options ask for one; disposed with the provider.</summary>
internal sealed class HaloRoutingHost : IDisposable
{
    private readonly RuleSource? _source;
    private readonly IDisposable? _following;

    public HaloRoutingHost(HaloRoutingSource source, HaloServiceOptions options, TimeProvider? time, ILogger<HaloRouter>? logger)
    {
        try
        {
            _source = options.WatchRules ? RuleSource.Watch(source.PathOf(options.RulesFile!), timeProvider: time) : null;
            Router = new HaloRouter(_source?.Current ?? source.LoadRules(options), source.LoadAgents(options), options.ToRouterOptions(), logger);
            _following = _source is null ? null : Router.Follow(_source);
        }
        catch
        {
            _source?.Dispose();
            throw;
        }
    }

    public HaloRouter Router { get; }

    public void Dispose()
    {
        _following?.Dispose();
        _source?.Dispose();
    }
}
