using System.Globalization;
using Halo.Results;

namespace Halo.NUnit;

/// <summary>Says what a finding means for the test, and which figure decided.</summary>
internal static class FindingText
{
    /// <summary>The message of a check; null for a plain pass.</summary>
    public static string? Of(Finding finding) => finding.Verdict switch
    {
        PerfVerdict.Pass => null,
        PerfVerdict.NetPass => $"Within budget without the machine's share: {Comparison(finding)}. {Times(finding)}",
        PerfVerdict.Contended when IsBelow(finding) => $"Contended: over budget only by the machine's share, {Comparison(finding)}. {Times(finding)}",
        PerfVerdict.Contended => $"Contended: {Comparison(finding)}, and {Doubt(finding)} {Times(finding)}",
        PerfVerdict.Inconclusive when IsBelow(finding) => $"Inconclusive, as the test asks for: {Comparison(finding)}. {Times(finding)}",
        PerfVerdict.Inconclusive => $"Inconclusive: {Comparison(finding)}, and {Doubt(finding)} {Times(finding)}",
        PerfVerdict.Unexplained => $"Over budget: {Comparison(finding)}. This system does not tell waiting from working.",
        _ => finding.Figure switch
        {
            PerfFigure.Bytes => Text($"Allocates {finding.Value:#,0.##} bytes a call; at most {finding.Budget.MaxBytes:#,0} are allowed."),
            PerfFigure.SlowQuarter => $"Often too slow: {Comparison(finding)}. {Times(finding)}",
            _ => $"Too slow: {Comparison(finding)}. {Times(finding)}",
        },
    };

    /// <summary>What a figure is called in texts.</summary>
    public static string NameOf(PerfFigure figure) => figure switch
    {
        PerfFigure.Wall => "wall",
        PerfFigure.Net => "net",
        PerfFigure.Calm => "calm",
        PerfFigure.Quiet => "in quiet windows",
        PerfFigure.SlowQuarter => "slowest quarter",
        _ => "bytes",
    };

    private static string Comparison(Finding finding)
    {
        var budget = finding.Budget.Milliseconds;
        var relation = IsBelow(finding) ? "is below" : "reaches";
        return Text($"{NameOf(finding.Figure)} {Milliseconds.Text(finding.Value, budget)} ms a call {relation} the budget of {budget} ms");
    }

    private static bool IsBelow(Finding finding) => finding.Value < finding.Budget.Milliseconds;

    private static string Doubt(Finding finding) => finding.QuietMs is { } quiet
        ? Text($"in the windows that the machine left alone it is {Milliseconds.Text(quiet, finding.Budget.Milliseconds)} ms.")
        : "the machine left too few windows alone to tell why.";

    private static string Times(Finding finding)
    {
        var (all, wall) = (finding.All, Math.Max(finding.All.WallMs, 1e-9));
        var times = Text($"Wall {all.WallMsPerCall:0.####} ms, net {all.NetMsPerCall:0.####} ms, calm {all.CalmMsPerCall:0.####} ms");
        var machine = Text($"queued {all.QueuedMs / wall:0 %}, stolen {all.StolenMs / wall:0 %}, processor slower by {all.LeastSlowdown:0.00} to {all.Slowdown:0.00}");
        return Text($"{times}; {machine}; quiet windows {finding.QuietShare:0 %}.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
