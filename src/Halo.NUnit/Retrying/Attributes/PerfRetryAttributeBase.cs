namespace Halo.NUnit;

/// <summary>A test with a time budget that is tried again when the machine was busy.</summary>
/// <remarks>
/// <para>Never tried again, whatever the settings: a clean slow attempt; too many bytes; ratios, growth exponents and exact
/// allocations; exceptions, timeouts and cancellation; failures of SetUp or TearDown; ignored and inconclusive tests;
/// anything beyond the run parameter <c>Perf.MaxSuiteRetries</c> (default 20 in an assembly).</para>
/// <para>The run parameter <c>Perf.MaxRetries</c> overrides the number of retries of all tests that have one of these
/// attributes: 0 turns retries off, −1 leaves each as written.</para>
/// </remarks>
public abstract class PerfRetryAttributeBase : PerfAttribute
{
    private protected PerfRetryAttributeBase()
    {
    }

    /// <summary>Which attempts over budget are tried again. Default: only those that the machine is shown to have disturbed.</summary>
    public PerfGate Gate { get; set; }

    /// <summary>What becomes of a test whose last attempt was contended too. Default: net time decides.</summary>
    public PerfOnExhausted OnExhausted { get; set; }

    /// <summary>Why this test may be tried again.</summary>
    public string? Reason { get; set; }

    internal RetryPolicy Policy => Timing with { Gate = Gate, OnExhausted = OnExhausted, Reason = Reason };

    private protected abstract RetryPolicy Timing { get; }
}
