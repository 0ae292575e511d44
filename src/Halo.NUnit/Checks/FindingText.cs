using System.Globalization;
using Halo.Results;

namespace Halo.NUnit;

/// <summary>Says what a finding means for the test.</summary>
internal static class FindingText
{
    /// <summary>The message of a check; null for a plain pass.</summary>
    public static string? Of(Finding finding, PerfVerdict verdict, TimeBudget budget) => verdict switch
    {
        PerfVerdict.Pass => null,
        PerfVerdict.NetPass => $"{Times(finding, budget)}. {Cause(finding)} The time without that is within budget in every sample.",
        PerfVerdict.Contended => $"Contended: {Times(finding, budget)}. {Cause(finding)} Nothing is proven about the program.",
        PerfVerdict.Unexplained => $"Over budget: {Times(finding, budget)}. This system does not tell waiting from working.",
        _ when finding.Cause == SampleVerdict.TooManyBytes => Text($"Allocates {finding.Bytes:#,0.##} bytes a call; at most {budget.MaxBytes:#,0} are allowed."),
        _ when finding.Cause == SampleVerdict.OftenSlow => Text($"Often too slow: {Times(finding, budget)}. A quarter of the calls take {finding.CalmSlowQuarterMs:0.####} ms or more, calm."),
        _ => $"Too slow: {Times(finding, budget)}. Neither waiting nor a slow machine explains it.",
    };

    private static string Times(Finding finding, TimeBudget budget) =>
        Text($"wall {finding.WallMs:0.####} ms, net {finding.NetMs:0.####} ms, calm {finding.CalmMs:0.####} ms a call, budget {budget.Milliseconds:0.####} ms{ClockOf(budget)}");

    private static string ClockOf(TimeBudget budget) => budget.Clock switch
    {
        PerfClock.Wall => "",
        PerfClock.Net => " net",
        _ => " calm",
    };

    private static string Cause(Finding finding)
    {
        var worst = finding.Samples.MaxBy(sample => sample.WallMsPerCall)!;
        return finding.Cause switch
        {
            SampleVerdict.Queued => Text($"Of the slowest sample the thread queued {worst.RunDelayMs / worst.WallMs:0 %}, and {worst.StealMs / worst.WallMs:0 %} was stolen."),
            SampleVerdict.OthersQueued => Text($"Other threads of the process queued {worst.OthersRunDelayMs:0.#} ms."),
            _ => Text($"The machine ran at 1/{worst.Slowdown:0.0} of its speed, and in quiet moments the program was {worst.NetMsPerCall / worst.QuietMsPerCall:0.0} times as fast."),
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
