namespace Halo.NUnit;

/// <summary>A yardstick, and how long it takes when nothing disturbs the machine.</summary>
internal sealed class SpeedScale(IYardstick yardstick, YardstickReference reference)
{
    private const int CalibrationGroups = 20;
    private const int CalibrationRuns = 12;

    /// <summary>How long the yardstick takes at the machine's best, in milliseconds.</summary>
    public double FullSpeedMs => reference.FastestMs;

    /// <summary>Whether the known time of the yardstick, if there is one, fits what was seen.</summary>
    public bool IsBelieved => reference.IsBelieved;

    /// <summary>Finds the machine's speed, so that the first slowdown is told from it. A few hundredths of a second.</summary>
    public void Calibrate(TimeProvider time)
    {
        for (var group = 0; group < CalibrationGroups; group++)
        {
            var runs = new List<double>(CalibrationRuns);
            for (var run = 0; run < CalibrationRuns; run++) runs.Add(RunMs(time));
            SlowdownOf(runs);
        }
    }

    /// <summary>How long one run takes, on the wall clock: it is too short to be interrupted often.</summary>
    public double RunMs(TimeProvider time)
    {
        var start = time.GetTimestamp();
        yardstick.Run();
        return time.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>How much slower than ever the machine was in the better part of some runs; 1 without runs.</summary>
    public double SlowdownOf(List<double> runs) => runs.Count == 0 ? 1 : reference.SlowdownOf(Quartile.Lower(runs));
}
