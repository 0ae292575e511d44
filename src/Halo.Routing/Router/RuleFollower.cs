using Microsoft.Extensions.Logging;

namespace Halo.Routing;

/// <summary>Keeps a router at the rules of a source, until disposed.</summary>
internal sealed class RuleFollower : IDisposable
{
    private readonly RuleSource _source;
    private readonly RouterState _state;
    private readonly ILogger _logger;
    private readonly Lock _applying = new();
    private bool _ended;

    public RuleFollower(RuleSource source, RouterState state, ILogger logger)
    {
        _source = source;
        _state = state;
        _logger = logger;
        _source.Changed += OnChanged;
        _source.Faulted += OnFaulted;
        try
        {
            Apply();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _source.Changed -= OnChanged;
        _source.Faulted -= OnFaulted;
        lock (_applying) _ended = true;
    }

    // A refusal is logged where it happens and thrown on, so that the source tells its other listeners.
    private void OnChanged(object? sender, RuleSetChange change) => Apply();

    private void OnFaulted(object? sender, RuleSourceFault fault)
    {
        if (fault.Exception is null) RouterLog.FollowedFileFaulty(_logger, new HaloValidationException(fault.Diagnostics));
    }

    // The whole set at once and not rule by rule: the declaration order, which decides between equal priorities, has to be
    // the file's, a route must not see half of an edit, and the rules were all parsed anyway. Always the source's latest
    // set, so that the first application and an early change cannot overtake each other.
    private void Apply()
    {
        lock (_applying)
        {
            if (_ended || ReferenceEquals(_source.Current, _state.Current.Matcher.Rules)) return;
            _state.Replace(_source.Current, null);
        }
    }
}
