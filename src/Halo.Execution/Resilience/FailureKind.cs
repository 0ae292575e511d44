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
    public static bool IsRetryable(Exception failure, RetrySettings retry) =>
        failure is not (BrokenCircuitException or ResultNotKeptException) && !IsNonRetryable(failure, retry);

    /// <summary>Whether the settings call a failure one that no repetition helps against.</summary>
    public static bool IsNonRetryable(Exception failure, RetrySettings retry)
    {
        if (retry.NonRetryable.Count == 0) return false;
        if (failure is TaskFailedException { Kind: { } kind } && retry.NonRetryable.Contains(kind, StringComparer.Ordinal)) return true;
        for (var type = failure.GetType(); type is not null; type = type.BaseType)
        {
            if (retry.NonRetryable.Contains(type.Name, StringComparer.Ordinal)) return true;
        }

        return false;
    }
}
