namespace Halo.Scheduling;

/// <summary>How far an improvement has come.</summary>
/// <param name="Makespan">The best makespan so far.</param>
/// <param name="LowerBound">What no schedule can beat.</param>
/// <param name="Elapsed">Since the search began.</param>
/// <param name="Iterations">The moves made, by all searches together.</param>
public sealed record ImproveProgress(TimeSpan Makespan, TimeSpan LowerBound, TimeSpan Elapsed, long Iterations)
{
    /// <summary>The excess of the makespan over the bound, as a share of it; 0 is proven optimal.</summary>
    public double Gap => LowerBound > TimeSpan.Zero ? Math.Max(0, (Makespan - LowerBound) / LowerBound) : 0;
}
