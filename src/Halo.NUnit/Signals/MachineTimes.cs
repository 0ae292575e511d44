namespace Halo.NUnit;

/// <summary>Processor time and stolen time of the whole machine, in nanoseconds.</summary>
internal readonly record struct MachineTimes(long Cpu, long Steal)
{
    private const long NanosecondsPerTick = 10_000_000;

    /// <summary>Reads <c>/proc/stat</c>, or a file like it. Where it cannot be read both times stay 0: nothing is excused by them.</summary>
    public static MachineTimes Read(string path)
    {
        try
        {
            Span<byte> line = stackalloc byte[256];
            using var file = File.OpenHandle(path);
            return Parse(line[..RandomAccess.Read(file, line, 0)]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            return default;
        }
    }

    // cpu user nice system idle iowait irq softirq steal
    private static MachineTimes Parse(ReadOnlySpan<byte> line)
    {
        var figures = new ProcFigures(line);
        var cpu = figures.Next() + figures.Next() + figures.Next();
        figures.Next();
        figures.Next();
        cpu += figures.Next() + figures.Next();
        return new MachineTimes(cpu * NanosecondsPerTick, figures.Next() * NanosecondsPerTick);
    }
}
