using Halo.Results;

namespace Halo.NUnit;

/// <summary>What the samples of one attempt showed together.</summary>
/// <param name="All">All samples as one.</param>
/// <param name="Budget">What they were compared with.</param>
internal sealed record Finding(PerfSample All, TimeBudget Budget)
{
    public PerfVerdict Verdict { get; init; }

    /// <summary>The figure that decided.</summary>
    public PerfFigure Figure { get; init; }

    /// <summary>Its value: milliseconds or bytes of one call.</summary>
    public double Value { get; init; }

    /// <summary>Milliseconds of one call in the windows that were not starved; null when there are too few.</summary>
    public double? QuietMs { get; init; }

    /// <summary>The share of the calls in these windows, from 0 to 1.</summary>
    public double QuietShare { get; init; }

    /// <summary>This finding with a verdict and the figure that decided it.</summary>
    public Finding Decided(PerfVerdict verdict, PerfFigure figure, double value) =>
        this with { Verdict = verdict, Figure = figure, Value = value };

    /// <summary>
    /// The finding of a last attempt: contended code has passed where calm time is within budget, and is inconclusive where it
    /// is not, unless the test is to fail or to be inconclusive in either case.
    /// </summary>
    public Finding AtLast(PerfOnExhausted onExhausted)
    {
        if (Verdict != PerfVerdict.Contended || onExhausted == PerfOnExhausted.Fail) return this;
        var isProven = onExhausted == PerfOnExhausted.NetTime && Value < Budget.Milliseconds;
        return this with { Verdict = isProven ? PerfVerdict.NetPass : PerfVerdict.Inconclusive };
    }
}
