namespace Halo.Results;

/// <summary>A test's net time from run to run on one kind of machine.</summary>
/// <param name="Levels">The median of each run in milliseconds, the oldest first.</param>
/// <param name="Changes">Where the level moved.</param>
internal sealed record Trend(IReadOnlyList<double> Levels, IReadOnlyList<ChangePoint> Changes)
{
    public static Trend Of(BaselineMachine history)
    {
        double[] levels = [.. history.Runs.Where(run => run.NetMs.Count > 0).Select(run => Figures.Median(run.NetMs))];
        return new Trend(levels, ChangePoints.Find(levels));
    }
}
