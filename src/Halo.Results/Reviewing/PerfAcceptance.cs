namespace Halo.Results;

/// <summary>Results taken into a baseline, or the reasons why not.</summary>
public sealed class PerfAcceptance
{
    private readonly Acceptance _acceptance;

    private PerfAcceptance(Acceptance acceptance) => _acceptance = acceptance;

    /// <summary>What needs a reason and has none; nothing is taken while there is any.</summary>
    public IReadOnlyList<PerfFinding> Refused => _acceptance.Refused;

    /// <summary>What the baseline now says differently, a sentence each.</summary>
    public IReadOnlyList<string> Changes => _acceptance.Changes;

    /// <summary>How many tests were taken; those that never passed are left out.</summary>
    public int Taken => _acceptance.Taken;

    /// <summary>Takes results into a baseline. Raised budgets and slower code need a reason, which the baseline keeps.</summary>
    /// <param name="before">The baseline so far; <see cref="PerfReference.None"/> for a new one.</param>
    /// <param name="runs">The results.</param>
    /// <param name="reason">Why it is looser than before; null where it is not.</param>
    /// <param name="now">When it is accepted.</param>
    public static PerfAcceptance Of(PerfReference before, PerfRuns runs, string? reason, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(runs);
        return new PerfAcceptance(Acceptance.Of(before.Baseline, runs.Histories, reason, now));
    }

    /// <summary>Writes the new baseline file, as <c>schemas/perf-baseline.schema.json</c> describes it.</summary>
    /// <param name="stream">Where to write; it is left open.</param>
    public void Write(Stream stream) => BaselineWriter.Write(_acceptance.Baseline, stream);
}
