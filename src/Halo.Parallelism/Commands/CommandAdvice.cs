namespace Halo.Parallelism;

/// <summary>Advice about a command.</summary>
/// <param name="Advice">How many runs at once.</param>
/// <param name="ProcessCost">What starting any child process costs, which every run pays.</param>
/// <param name="PeakMemory">The most memory that a run was seen to hold, in bytes; null where the system does not tell.</param>
public sealed record CommandAdvice(Advice Advice, SpawnCost ProcessCost, long? PeakMemory);

/// <summary>Advice put to the test: all runs one after the other, then as advised.</summary>
/// <param name="SerialSeconds">How long all runs took one after the other, in seconds.</param>
/// <param name="AdvisedSeconds">How long they took as advised, in seconds.</param>
/// <param name="PredictedSpeedup">How many times as fast they should have been.</param>
public sealed record CommandVerification(double SerialSeconds, double AdvisedSeconds, double PredictedSpeedup)
{
    /// <summary>How many times as fast the runs were as advised.</summary>
    public double ActualSpeedup => AdvisedSeconds > 0 ? SerialSeconds / AdvisedSeconds : 1;

    /// <summary>How far the prediction is off, as a share of what was seen.</summary>
    public double Error => (PredictedSpeedup / ActualSpeedup) - 1;
}
