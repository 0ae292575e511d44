namespace Halo.NUnit;

/// <summary>Tries a contended test again, after pauses that grow: time for the machine to calm down.</summary>
/// <inheritdoc/>
/// <param name="maxRetries">How many times, 0 to 100. Default 3.</param>
/// <param name="initialDelay">The first pause in seconds, up to 3,600. Default 1.</param>
/// <param name="backoffFactor">What each pause is multiplied by to give the next, 1 to 100. Default 2.</param>
/// <param name="maxDelay">The longest pause in seconds, up to 3,600. Default 10.</param>
/// <param name="onlyOnAssertion">
/// Whether only a budget assertion of this package is tried again. False also tries a plain failed assertion again, for a
/// test that times itself; that may hide a wrong result, so it needs <see cref="PerfGate.Always"/>. Default true.
/// </param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class PerfRetryAttribute(
    int maxRetries = 3,
    double initialDelay = 1.0,
    double backoffFactor = 2.0,
    double maxDelay = 10.0,
    bool onlyOnAssertion = true) : PerfRetryAttributeBase
{
    /// <summary>How many times the test is tried again.</summary>
    public int MaxRetries { get; } = maxRetries;

    /// <summary>The first pause.</summary>
    public TimeSpan InitialDelay => RetryPolicy.Pause(initialDelay);

    /// <summary>What each pause is multiplied by to give the next.</summary>
    public double BackoffFactor { get; } = backoffFactor;

    /// <summary>The longest pause.</summary>
    public TimeSpan MaxDelay => RetryPolicy.Pause(maxDelay);

    /// <summary>Whether only a budget assertion is tried again.</summary>
    public bool OnlyOnAssertion { get; } = onlyOnAssertion;

    private protected override RetryPolicy Timing => new()
    {
        MaxRetries = MaxRetries,
        InitialDelay = initialDelay,
        BackoffFactor = BackoffFactor,
        MaxDelay = maxDelay,
        OnlyOnAssertion = OnlyOnAssertion,
    };
}
