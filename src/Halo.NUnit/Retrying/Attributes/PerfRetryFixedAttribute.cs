namespace Halo.NUnit;

/// <summary>Tries a contended test again, after pauses of one length.</summary>
/// <inheritdoc/>
/// <param name="reruns">How many times, 0 to 100. Default 3.</param>
/// <param name="delay">The pause in seconds, up to 3,600. Default 2.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class PerfRetryFixedAttribute(int reruns = 3, double delay = 2) : PerfRetryAttributeBase
{
    /// <summary>How many times the test is tried again.</summary>
    public int Reruns { get; } = reruns;

    /// <summary>The pause.</summary>
    public TimeSpan Delay => RetryPolicy.Pause(delay);

    private protected override RetryPolicy Timing => new() { MaxRetries = Reruns, InitialDelay = delay };
}
