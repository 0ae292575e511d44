namespace Halo.Results;

/// <summary>Finds every figure of an attempt that cannot be, so that nothing is computed from it.</summary>
internal static class PerfAttemptValidator
{
    public static IEnumerable<string> Faults(PerfAttempt attempt)
    {
        if (attempt.Run.Length == 0) yield return "'run' is empty.";
        if (attempt.Test.Length == 0) yield return "'test' is empty.";
        if (attempt.Machine.Length == 0) yield return "'machine' is empty.";
        if (attempt.Attempt < 1) yield return "'attempt' is less than 1.";
        if (attempt.Budget is { } budget && !IsAmount(budget)) yield return "'budget' is not a number of at least 0.";
        if (attempt.Measured is { } measured && !double.IsFinite(measured)) yield return "'measured' is not a finite number.";
        if (!IsAmount(attempt.DurationMs)) yield return "'durationMs' is not a number of at least 0.";
        foreach (var (i, sample) in attempt.Samples.Index())
        {
            if (sample is null) yield return $"'samples[{i}]' is null.";
            else if (sample.Calls < 1) yield return $"'samples[{i}].calls' is less than 1.";
            else if (!AmountsOf(sample).All(IsAmount)) yield return $"'samples[{i}]' has a time that is not a number of at least 0.";
            else if (!IsFactor(sample.Slowdown)) yield return $"'samples[{i}].slowdown' is not a number above 0.";
            else if (!IsFactor(sample.LeastSlowdown)) yield return $"'samples[{i}].leastSlowdown' is not a number above 0.";
        }
    }

    private static double[] AmountsOf(PerfSample sample) =>
        [sample.WallMs, sample.CpuMs, sample.RunDelayMs, sample.StealMs, sample.ProcessCpuMs, sample.NeighborCpuMs, sample.OthersRunDelayMs, sample.GcPauseMs, sample.JitMs, sample.QuietMsPerCall, sample.SlowQuarterMs];

    private static bool IsFactor(double value) => value > 0 && double.IsFinite(value);

    private static bool IsAmount(double value) => value >= 0 && double.IsFinite(value);
}
