namespace Halo.Parallelism;

/// <summary>How many bytes of memory are available: limits of control groups less their use, and what the machine has left.</summary>
internal static class MemoryRoom
{
    private const int BytesPerKilobyte = 1024;

    /// <summary>The least over the machine, the process's own groups and their ancestors; null when nothing tells.</summary>
    public static long? Read(KernelFiles files)
    {
        var least = Machine(files.Value("/proc/meminfo", "MemAvailable:"));
        foreach (var folder in CgroupFolders.Of(files, null))
        {
            var limit = Figure.Least(files.Number($"{folder}/memory.max"), files.Number($"{folder}/memory.high"));
            least = Figure.Least(least, Room(limit, files.Number($"{folder}/memory.current"), files.Value($"{folder}/memory.stat", "inactive_file")));
        }

        foreach (var folder in CgroupFolders.Of(files, "memory"))
        {
            var (limit, use) = (files.Number($"{folder}/memory.limit_in_bytes"), files.Number($"{folder}/memory.usage_in_bytes"));
            least = Figure.Least(least, Room(limit, use, files.Value($"{folder}/memory.stat", "total_inactive_file")));
        }

        return least;
    }

    // File pages that are not in use at present are counted as use, and are given up before anything fails.
    private static long? Room(long? limit, long? use, string? reclaimable) =>
        limit is { } most && use is { } used ? Math.Max(0, most - Math.Max(0, used - (Figure.Parse(reclaimable) ?? 0))) : null;

    private static long? Machine(string? text) => text?.Split(' ') is [var kilobytes, "kB"] && Figure.Parse(kilobytes) is { } number ? number * BytesPerKilobyte : null;
}
