using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Halo.Execution;

/// <summary>Assembles resilience strategies from settings: from outside in total timeout, retry, circuit breaker, attempt timeout.</summary>
internal static class PipelineFactory
{
    /// <summary>A pipeline; null when nothing asks for one.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="breaker">The agent's circuit breaker, if it has one.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">The numbers of the pauses, from 0 to 1; safe between threads.</param>
    public static ResiliencePipeline? Create(ExecutionSettings settings, ResiliencePipeline? breaker, TimeProvider time, Func<double> random)
    {
        var retry = settings.Retry is { MaxAttempts: > 1 } repeated ? repeated : null;
        if (settings is { AttemptTimeout: null, TotalTimeout: null } && retry is null && breaker is null) return null;
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (settings.TotalTimeout is { } total) builder.AddTimeout(total);
        if (retry is not null) builder.AddRetry(OptionsOf(retry, random)).AddStrategy(static _ => SlotStrategy.Instance);
        if (breaker is not null) builder.AddPipeline(breaker);
        if (settings.AttemptTimeout is { } attempt) builder.AddTimeout(attempt);
        return builder.Build();
    }

    /// <summary>The circuit breaker of an agent, which all of its pipelines share; null when it has none.</summary>
    public static ResiliencePipeline? CreateBreaker(CircuitBreakerSettings? settings, TimeProvider time) => settings is null ? null
        : new ResiliencePipelineBuilder { TimeProvider = time }.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = settings.FailureRatio,
            MinimumThroughput = settings.MinimumAttempts,
            SamplingDuration = settings.SamplingDuration,
            BreakDuration = settings.BreakDuration,
            ShouldHandle = args => new ValueTask<bool>(IsFailure(args.Context, args.Outcome)),
        }).Build();

    private static RetryStrategyOptions OptionsOf(RetrySettings retry, Func<double> random) => new()
    {
        MaxRetryAttempts = retry.MaxAttempts - 1,
        Delay = retry.Delay,
        MaxDelay = retry.MaxDelay,
        UseJitter = retry.Jitter,
        Randomizer = random,
        BackoffType = DelayBackoffType.Exponential,
        ShouldHandle = args => new ValueTask<bool>(IsFailure(args.Context, args.Outcome) && FailureKind.IsRetryable(args.Outcome.Exception!, retry)),
        OnRetry = static args =>
        {
            if (args.Context.Properties.TryGetValue(TaskCall.Key, out var call)) call.Pause(args.RetryDelay, args.Outcome.Exception);
            return default;
        },
    };

    // A handler that gives up because it was asked to has not failed.
    private static bool IsFailure(ResilienceContext context, Outcome<object> outcome) =>
        outcome.Exception is not null && !context.CancellationToken.IsCancellationRequested;
}
