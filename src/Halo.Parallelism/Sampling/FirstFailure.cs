using System.Runtime.ExceptionServices;

namespace Halo.Parallelism;

/// <summary>What went wrong first in the order of the items, whichever thread saw it first.</summary>
internal sealed class FirstFailure
{
    private readonly Lock _lock = new();
    private ExceptionDispatchInfo? _failure;
    private long _place;

    /// <summary>Whether no more work should begin.</summary>
    public bool IsSet => Volatile.Read(ref _failure) is not null;

    public void Set(long place, Exception exception)
    {
        lock (_lock)
        {
            if (_failure is not null && _place <= place) return;
            (_place, _failure) = (place, ExceptionDispatchInfo.Capture(exception));
        }
    }

    /// <summary>Throws it as it was thrown; does nothing when there is none.</summary>
    public void Rethrow() => Volatile.Read(ref _failure)?.Throw();
}
