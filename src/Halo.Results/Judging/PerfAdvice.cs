using System.Globalization;

namespace Halo.Results;

/// <summary>The recommended retry of a test, from what was measured.</summary>
/// <param name="Test">The test.</param>
/// <param name="Kind">What to do.</param>
/// <param name="Attribute">The attribute to write; null for none.</param>
/// <param name="Why">The figures that led there.</param>
internal sealed record PerfAdvice(string Test, AdviceKind Kind, string? Attribute, string Why)
{
    /// <summary>Fewer runs than this do not show how much a test varies.</summary>
    public const int FewestRuns = 5;

    /// <summary>Older runs than these are of older code.</summary>
    public const int Window = 20;

    /// <summary>Below this spread in milliseconds, growing delays: a strict test must wait until the machine is calm.</summary>
    public const double StrictMs = 10;

    /// <summary>Above this spread in milliseconds, no retry.</summary>
    public const double RelaxedMs = 50;

    /// <summary>From this duration of an attempt in milliseconds on, the longer delay.</summary>
    public const double LongMs = 5_000;

    /// <summary>
    /// Walks the decision tree. Spread outranks duration, which only chooses the delay: how much a test varies is measured,
    /// how long it takes says little about it.
    /// </summary>
    public static PerfAdvice Of(TestHistory history)
    {
        var test = history.Test;
        TestRun[] runs = [.. history.Runs.TakeLast(Window)];
        if (history.Last.Last.Kind != PerfCheckKind.Time) return new PerfAdvice(test, AdviceKind.NoRetry, null, "it does not measure wall-clock time");
        if (runs.Count(run => run.Outcome == PerfOutcome.Regression) is > 0 and var slow) return new PerfAdvice(test, AdviceKind.FixCode, null, Text($"over budget in {slow} of {runs.Length} runs although the machine left it alone"));

        TestRun[] measured = [.. runs.Where(run => run.Last.Samples.Count > 0)];
        if (measured.Length < FewestRuns) return new PerfAdvice(test, AdviceKind.MeasureMore, null, Text($"{measured.Length} of {FewestRuns} runs"));
        var spread = Figures.Spread([.. measured.SelectMany(run => run.NetMs)]);
        var duration = Figures.Median([.. measured.Select(run => run.Last.DurationMs)]);
        var seen = Text($"net time spreads over {Amount.Milliseconds(spread)}, retried in {runs.Count(run => run.Attempts.Count > 1)} of {runs.Length} runs");
        if (spread > RelaxedMs) return new PerfAdvice(test, AdviceKind.Reconsider, null, Text($"{seen}, more than {RelaxedMs} ms: make it steadier or give it a ratio instead"));

        var delay = duration < LongMs ? 1 : 2;
        var kind = spread < StrictMs ? AdviceKind.Exponential : AdviceKind.Fixed;
        var attribute = kind == AdviceKind.Exponential
            ? Text($"[PerfRetry(maxRetries: 3, initialDelay: {delay}, backoffFactor: 2, maxDelay: 10, Reason = \"...\")]")
            : Text($"[PerfRetryFixed(reruns: 3, delay: {delay}, Reason = \"...\")]");
        return new PerfAdvice(test, kind, attribute, Text($"{seen}; an attempt takes {duration / 1000:0.0} s{(measured.Any(run => run.Last.HasSignals) ? "" : "; without signals of the machine it is never retried")}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
