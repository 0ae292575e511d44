namespace Halo.NUnit;

/// <summary>The budget that <c>Perf.Measure</c> and <c>Perf.MeasureAsync</c> check.</summary>
/// <remarks>
/// A test that has it, and passes without having measured anything, fails. Values out of their range are named, all at once, by
/// an <see cref="InvalidOperationException"/> of the call that measures.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class PerfBudgetAttribute : PerfAttribute
{
    /// <summary>A budget that is given in each call, such as an argument of a test case.</summary>
    public PerfBudgetAttribute()
    {
    }

    /// <param name="milliseconds">What one call must stay below, over all samples and in three quarters of the calls; more than 0.</param>
    public PerfBudgetAttribute(double milliseconds) => Milliseconds = milliseconds;

    /// <summary>What one call must stay below; null when the budget is given in the call.</summary>
    public double? Milliseconds { get; }

    /// <summary>How many samples are taken, 1 to 1,000. Default 3; more for code that is slow only now and then.</summary>
    public int Samples { get; set; } = MeasureOptions.Default.Samples;

    /// <summary>Milliseconds that a sample of short calls lasts at least, 0 to 600,000. Default 20.</summary>
    public double BatchMs { get; set; } = MeasureOptions.Default.BatchMs;

    /// <summary>Milliseconds that short calls are warmed up at most, waiting for a processor left out, 0 to 600,000. Default 5,000.</summary>
    public double WarmUpMs { get; set; } = MeasureOptions.Default.WarmUpMs;

    /// <summary>The most bytes that the measuring thread allocates in one call. Default −1: no limit.</summary>
    public long MaxBytes { get; set; } = -1;

    /// <summary>Which time is compared. Default wall time.</summary>
    public PerfClock Clock { get; set; }

    /// <summary>What the speed of the code depends on. Default the processor.</summary>
    public PerfBound Bound { get; set; }

    internal MeasureOptions Options => new() { Samples = Samples, BatchMs = BatchMs, WarmUpMs = WarmUpMs, Bound = Bound };

    internal TimeBudget BudgetOf(double milliseconds) => new(milliseconds, MaxBytes == -1 ? null : MaxBytes, Clock);
}
