namespace Halo.NUnit;

/// <summary>
/// What the yardsticks take on a kind of machine at its full speed. Without it a process knows only the best that it has
/// seen itself, and a host that is slow from the first to the last test looks like its best. The first performance test of
/// a run writes both figures into its output.
/// </summary>
/// <param name="machine">The kind of machine, as results name it.</param>
/// <param name="processorMs">Milliseconds of the processor's yardstick.</param>
/// <param name="memoryMs">Milliseconds of the memory's yardstick.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class PerfMachineAttribute(string machine, double processorMs, double memoryMs) : Attribute
{
    /// <summary>The kind of machine.</summary>
    public string Machine { get; } = machine;

    /// <summary>What the processor's yardstick takes.</summary>
    public TimeSpan Processor { get; } = Time(processorMs);

    /// <summary>What the memory's yardstick takes.</summary>
    public TimeSpan Memory { get; } = Time(memoryMs);

    /// <summary>What an assembly says of this machine; null when it says nothing.</summary>
    internal static PerfMachineAttribute? Of(System.Reflection.Assembly? assembly) =>
        assembly?.GetCustomAttributes(typeof(PerfMachineAttribute), inherit: false).Cast<PerfMachineAttribute>()
            .FirstOrDefault(known => known.Machine == Halo.Results.MachineClass.Current);

    // What cannot be is never believed, and said so by the first test.
    private static TimeSpan Time(double milliseconds) =>
        double.IsFinite(milliseconds) ? TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 0, 1_000)) : TimeSpan.Zero;
}
