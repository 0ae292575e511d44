using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal.Commands;

namespace Halo.Performance;

/// <summary>
/// Tries a performance test again, after a pause that grows exponentially, when an assertion failed: a busy machine
/// calms down, a slow program stays slow. Any other failure, and a test that passed, is left as it is.
/// </summary>
/// <remarks>The run parameter <c>Backoff.MaxRetries</c> overrides the number of retries of every test; 0 turns them off.</remarks>
/// <param name="maxRetries">How many times a failed test is tried again.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class BackoffAttribute(int maxRetries) : NUnitAttribute, IWrapTestMethod
{
    /// <summary>How many times a failed test is tried again.</summary>
    public int MaxRetries { get; } = maxRetries;

    /// <summary>The first pause in milliseconds. Default 100.</summary>
    public int InitialDelayMs { get; init; } = 100;

    /// <summary>What each pause is multiplied by to give the next. Default 2.</summary>
    public double Factor { get; init; } = 2;

    /// <summary>The longest pause in milliseconds. Default 2,000.</summary>
    public int MaxDelayMs { get; init; } = 2_000;

    /// <inheritdoc/>
    public TestCommand Wrap(TestCommand command) => new BackoffCommand(command, this);

    /// <summary>The pause before a retry.</summary>
    /// <param name="retry">The retry, from 0.</param>
    public TimeSpan DelayBefore(int retry) => TimeSpan.FromMilliseconds(Math.Min(MaxDelayMs, InitialDelayMs * Math.Pow(Factor, retry)));
}
