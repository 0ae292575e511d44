using Halo.Routing;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Halo.Execution;

/// <summary>Tells failures apart.</summary>
internal static class FailureKind
{
    public static OutcomeReason ReasonOf(Exception failure) => failure switch
    {
        TimeoutRejectedException => OutcomeReason.TimedOut,
        BrokenCircuitException => OutcomeReason.CircuitOpen,
        _ => OutcomeReason.HandlerFailed,
    };

    /// <summary>Whether another attempt at the same agent may help.</summary>
    public static bool IsRetryable(Exception failure, RetrySettings retry)
    {
        if (failure is BrokenCircuitException or ResultNotKeptException) return false;
        if (retry.NonRetryable.Count == 0) return true;
        if (failure is TaskFailedException { Kind: { } kind } && retry.NonRetryable.Contains(kind, StringComparer.Ordinal)) return false;
        for (var type = failure.GetType(); type is not null; type = type.BaseType)
        {
            if (retry.NonRetryable.Contains(type.Name, StringComparer.Ordinal)) return false;
        }

        return true;
    }
}
