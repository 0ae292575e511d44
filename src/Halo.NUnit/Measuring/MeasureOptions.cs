using System.Globalization;

namespace Halo.NUnit;

/// <summary>How much is measured.</summary>
internal sealed record MeasureOptions
{
    private const int MostSamples = 1_000;
    private const double LongestMs = 600_000;

    /// <summary>The defaults.</summary>
    public static MeasureOptions Default { get; } = new();

    /// <summary>Samples; 1 to 1,000.</summary>
    public int Samples { get; init; } = 3;

    /// <summary>Milliseconds that a sample of short calls lasts at least; 0 for one call.</summary>
    public double BatchMs { get; init; } = 20;

    /// <summary>Milliseconds that short calls are warmed up at most, waiting for a processor left out.</summary>
    public double WarmUpMs { get; init; } = 5_000;

    /// <summary>What the speed of the code depends on.</summary>
    public PerfBound Bound { get; init; }

    /// <summary>Every fault of the options.</summary>
    public IEnumerable<string> Faults()
    {
        if (Samples is < 1 or > MostSamples) yield return Text($"Samples is {Samples}; it must be from 1 to {MostSamples}.");
        if (!(BatchMs is >= 0 and <= LongestMs)) yield return Text($"BatchMs is {BatchMs}; it must be from 0 to {LongestMs}.");
        if (!(WarmUpMs is >= 0 and <= LongestMs)) yield return Text($"WarmUpMs is {WarmUpMs}; it must be from 0 to {LongestMs}.");
        if (!Enum.IsDefined(Bound)) yield return $"Bound is {Bound}; it must be Processor or Memory.";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
