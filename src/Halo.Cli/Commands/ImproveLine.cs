using System.Globalization;

namespace Halo.Cli;

/// <summary>
/// One line on a terminal that tells how far an improvement has come, written over itself and taken away at the end.
/// </summary>
internal sealed class ImproveLine(TextWriter terminal, TimeSpan budget, int width) : IProgress<ImproveProgress>, IDisposable
{
    private const string EraseLine = "\r\u001b[K";
    private const int BarWidth = 20;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private TimeSpan? _written;

    public void Report(ImproveProgress value)
    {
        if (_written is { } written && value.Elapsed - written < Interval) return;
        _written = value.Elapsed;
        terminal.Write(EraseLine + ShortText.Of(LineOf(value), width - 1));
    }

    public void Dispose()
    {
        if (_written is not null) terminal.Write(EraseLine);
    }

    private string LineOf(ImproveProgress value)
    {
        var full = (int)Math.Round(Math.Clamp(value.Elapsed / budget, 0, 1) * BarWidth);
        var bar = new string('█', full) + new string('░', BarWidth - full);
        return string.Create(CultureInfo.InvariantCulture,
            $"{bar} {value.Elapsed.TotalSeconds,4:0.0} s  makespan {DurationText.Of(value.Makespan)}, bound {DurationText.Of(value.LowerBound)}, gap {ExplanationReport.Percent(value.Gap)}");
    }
}
