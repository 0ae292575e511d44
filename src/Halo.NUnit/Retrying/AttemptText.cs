using System.Globalization;
using System.Text;
using Halo.Results;

namespace Halo.NUnit;

/// <summary>One readable line for each attempt.</summary>
internal static class AttemptText
{
    /// <summary>The line; times are those of one call in the slowest sample.</summary>
    public static string Line(PerfAttempt attempt)
    {
        var line = new StringBuilder("[perf] ");
        if (attempt.MaxRetries > 0) line.Append(Text($"attempt {attempt.Attempt} of {attempt.MaxRetries + 1}: "));
        line.Append(NameOf(attempt.Verdict));
        if (attempt is { Kind: not PerfCheckKind.Time, Measured: { } measured }) line.Append(Text($", {NameOf(attempt.Kind)} {measured:0.###}, budget {attempt.Budget:0.###}"));
        else if (attempt.Samples.MaxBy(sample => sample.WallMsPerCall) is { } slowest) AppendTimes(line, attempt, slowest);
        if (attempt is { Verdict: PerfVerdict.Error, Message: { } message }) line.Append(": ").Append(message);
        if (attempt.NextDelayMs is { } delay) line.Append(Text($", next in {delay / 1_000:0.###} s"));
        return line.ToString();
    }

    private static void AppendTimes(StringBuilder line, PerfAttempt attempt, PerfSample slowest)
    {
        line.Append(Text($", wall {slowest.WallMsPerCall:0.####} ms, net {slowest.NetMsPerCall:0.####} ms, calm {slowest.CalmMsPerCall:0.####} ms"));
        if (attempt.Budget is { } budget) line.Append(Text($" of {budget:0.####} ms"));
        if (attempt.HasSignals) line.Append(Text($", queued {Share(slowest.RunDelayMs)}, stolen {Share(slowest.StealMs)}, slowdown {slowest.Slowdown:0.00}"));
        line.Append(Text($", GC {Share(slowest.GcPauseMs)}, JIT {Share(slowest.JitMs)}, {slowest.BytesPerCall:0.#} bytes, samples {attempt.Samples.Count}, calls each {slowest.Calls}"));

        string Share(double milliseconds) => Text($"{milliseconds / Math.Max(slowest.WallMs, 1e-9):0 %}");
    }

    private static string NameOf(PerfVerdict verdict) => verdict switch
    {
        PerfVerdict.Pass => "pass",
        PerfVerdict.NetPass => "NetPass: contended, within budget on net time",
        PerfVerdict.Regression => "REGRESSION",
        PerfVerdict.Contended => "contended",
        PerfVerdict.Unexplained => "over budget, unexplained",
        _ => "error",
    };

    private static string NameOf(PerfCheckKind kind) => kind switch
    {
        PerfCheckKind.Ratio => "ratio",
        PerfCheckKind.Scaling => "exponent",
        _ => "bytes a call",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
