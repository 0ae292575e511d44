namespace Halo.Parallelism;

/// <summary>How much processor time the control groups allow, in processors.</summary>
internal static class CpuQuota
{
    /// <summary>The least over the process's own groups and their ancestors; null when none has a limit.</summary>
    public static double? Read(KernelFiles files)
    {
        double? least = null;
        foreach (var folder in CgroupFolders.Of(files, null)) least = Figure.Least(least, Unified(files.Text($"{folder}/cpu.max")));
        foreach (var folder in CgroupFolders.Of(files, "cpu"))
        {
            least = Figure.Least(least, Share(files.Number($"{folder}/cpu.cfs_quota_us"), files.Number($"{folder}/cpu.cfs_period_us")));
        }

        return least;
    }

    // "50000 100000", or "max 100000" without a limit.
    private static double? Unified(string? text) => text?.Split(' ') is [var quota, var period] ? Share(Figure.Parse(quota), Figure.Parse(period)) : null;

    private static double? Share(long? quota, long? period) => quota > 0 && period > 0 ? (double)quota.Value / period.Value : null;
}
