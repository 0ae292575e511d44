using System.Globalization;
using System.Text;
using Halo.Results;

namespace Halo.NUnit;

/// <summary>One readable line for each attempt.</summary>
internal static class AttemptText
{
    /// <summary>The line; times are those of one call over all samples.</summary>
    public static string Line(PerfAttempt attempt)
    {
        var line = new StringBuilder("[perf] ");
        if (attempt.MaxRetries > 0) line.Append(Text($"attempt {attempt.Attempt} of {attempt.MaxRetries + 1}: "));
        line.Append(NameOf(attempt.Verdict));
        AppendDecision(line, attempt);
        if (attempt is { Kind: PerfCheckKind.Time, Samples.Count: > 0 }) AppendTimes(line, attempt, SampleSum.Of(attempt.Samples));
        if (attempt is { Verdict: PerfVerdict.Error, Message: { } message }) line.Append(": ").Append(message);
        if (attempt.NextDelayMs is { } delay) line.Append(Text($", next in {delay / 1_000:0.###} s"));
        return line.ToString();
    }

    private static void AppendDecision(StringBuilder line, PerfAttempt attempt)
    {
        if (attempt is not { Budget: { } budget, Measured: { } measured }) return;
        line.Append(attempt.Figure switch
        {
            null => Text($", {NameOf(attempt.Kind)} {measured:0.###}, budget {budget:0.###}"),
            PerfFigure.Bytes => Text($" by bytes, {attempt.Samples.Max(sample => sample.BytesPerCall):#,0.##} of {attempt.MaxBytes:#,0}"),
            { } figure => Text($": {FindingText.NameOf(figure)} {Milliseconds.Text(measured, budget)} of {budget} ms"),
        });
    }

    private static void AppendTimes(StringBuilder line, PerfAttempt attempt, PerfSample all)
    {
        line.Append(Text($"; wall {all.WallMsPerCall:0.####} ms, net {all.NetMsPerCall:0.####} ms, calm {all.CalmMsPerCall:0.####} ms"));
        if (attempt.HasSignals)
        {
            line.Append(Text($", queued {Share(all.QueuedMs)}, stolen {Share(all.StolenMs)}"));
            line.Append(Text($", slowdown {all.LeastSlowdown:0.00} to {all.Slowdown:0.00}"));
        }

        line.Append(Text($", GC {Share(all.GcPauseMs)}, JIT {Share(all.JitMs)}, {all.BytesPerCall:0.#} bytes"));
        line.Append(Text($", samples {attempt.Samples.Count}, calls {all.Calls}"));

        string Share(double milliseconds) => Text($"{milliseconds / Math.Max(all.WallMs, 1e-9):0 %}");
    }

    private static string NameOf(PerfVerdict verdict) => verdict switch
    {
        PerfVerdict.Pass => "pass",
        PerfVerdict.NetPass => "NetPass",
        PerfVerdict.Regression => "REGRESSION",
        PerfVerdict.Contended => "contended",
        PerfVerdict.Inconclusive => "inconclusive",
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
