namespace Halo.Results;

/// <summary>How often a test lately had to be tried again, or ended unproven. A retry hides its cost; the debt shows it.</summary>
/// <param name="Retried">The runs that needed more than one attempt, or ended as NetPass or Inconclusive.</param>
/// <param name="Runs">The runs that were looked at.</param>
internal readonly record struct RetryDebt(int Retried, int Runs)
{
    /// <summary>Only this many of the newest runs are looked at.</summary>
    public const int Window = 20;

    /// <summary>
    /// This many retried runs are too many: of twenty they show, at 95 percent certainty, that more than a tenth of all
    /// runs need a retry (Wilson).
    /// </summary>
    public const int Most = 5;

    public bool IsDue => Retried >= Most;

    /// <summary>The debt over what is known of a test from several sources; a run counts once.</summary>
    public static RetryDebt Of(params IEnumerable<BaselineTest> sources)
    {
        BaselineRun[] runs = [.. sources
            .SelectMany(test => test.Machines.Values)
            .SelectMany(machine => machine.Runs)
            .DistinctBy(run => run.Run)
            .OrderBy(run => run.Run, StringComparer.Ordinal)
            .TakeLast(Window)];
        return new RetryDebt(runs.Count(run => run.Attempts > 1 || run.Unproven), runs.Length);
    }
}
