using System.Globalization;
using Halo.Results;

namespace Halo.Unit.Results;

/// <summary>Attempts as tests need them.</summary>
internal static class Attempts
{
    public const string Machine = "one, 2 cpu, linux-x64, .NET 10";

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>An attempt whose samples are one call each that never waited.</summary>
    public static PerfAttempt Of(string test, int run, double[] netMs, PerfVerdict verdict = PerfVerdict.Pass, int attempt = 1, double? budget = 100) => new()
    {
        Run = RunName(run),
        Time = Start.AddDays(run),
        Test = test,
        Machine = Machine,
        Attempt = attempt,
        MaxRetries = 3,
        Verdict = verdict,
        Kind = PerfCheckKind.Time,
        Budget = budget,
        Measured = netMs.Length == 0 ? null : netMs.Max(),
        HasSignals = true,
        Samples = [.. netMs.Select(net => Sample(net))],
        DurationMs = 500,
    };

    /// <summary>A run that had to be tried twice.</summary>
    public static IEnumerable<PerfAttempt> Retried(string test, int run, double[] netMs) =>
        [Of(test, run, [netMs[0]], PerfVerdict.Contended), Of(test, run, netMs, PerfVerdict.Pass, attempt: 2)];

    public static PerfSample Sample(double netMs, double runDelayMs = 0, double slowdown = 1) =>
        new() { Calls = 1, WallMs = netMs + runDelayMs, CpuMs = netMs, RunDelayMs = runDelayMs, ProcessCpuMs = netMs, Slowdown = slowdown };

    public static string RunName(int run) => Start.AddDays(run).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Runs of three samples each, spread evenly by two percent about a level.</summary>
    public static IEnumerable<PerfAttempt> Runs(string test, int first, int count, double level, int seed = 1)
    {
        var random = new Random(seed);
        return Enumerable.Range(first, count).Select(run => Of(test, run, [.. Enumerable.Range(0, 3).Select(_ => level * (0.98 + 0.04 * random.NextDouble()))]));
    }

    public static PerfBaseline Baseline(params IEnumerable<PerfAttempt> attempts) => PerfBaseline.Of(TestHistory.Of([.. attempts]));
}
