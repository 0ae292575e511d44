using System.Text.Json.Serialization;

namespace Halo.Results;

/// <summary>
/// One measured batch of calls: how long it took, and what of that belongs to the machine. All times are totals of the
/// batch in milliseconds.
/// </summary>
public sealed record PerfSample
{
    private const double RuntimeShare = 0.1;
    private const double LargestTrusted = 3; // a yardstick that shows more was itself disturbed

    /// <summary>How many times the measured code ran in the batch; at least 1.</summary>
    public required int Calls { get; init; }

    /// <summary>Wall time.</summary>
    public required double WallMs { get; init; }

    /// <summary>Processor time of the measuring thread. 0 without signals.</summary>
    public double CpuMs { get; init; }

    /// <summary>How long the measuring thread stood ready in the scheduler's queue. 0 without signals.</summary>
    public double RunDelayMs { get; init; }

    /// <summary>How long the hypervisor withheld processors of this machine, all processors together. 0 without signals.</summary>
    public double StealMs { get; init; }

    /// <summary>Processor time of all threads of the process.</summary>
    public double ProcessCpuMs { get; init; }

    /// <summary>Processor time of all other processes, in ticks of the kernel. 0 when the system does not tell.</summary>
    public double NeighborCpuMs { get; init; }

    /// <summary>How long the other threads of the process stood ready in the scheduler's queue, all together. 0 without signals.</summary>
    public double OthersRunDelayMs { get; init; }

    /// <summary>How long the garbage collector held the process; part of the program's own cost.</summary>
    public double GcPauseMs { get; init; }

    /// <summary>How long methods were compiled; part of the program's own cost.</summary>
    public double JitMs { get; init; }

    /// <summary>Bytes that the measuring thread allocated.</summary>
    public long Bytes { get; init; }

    /// <summary>Net time of one call in the slices of the batch that were not starved. 0 when there were none.</summary>
    public double QuietMsPerCall { get; init; }

    /// <summary>
    /// Wall time that a quarter of the calls took at least, in undisturbed stretches of the batch. 0 when single calls were
    /// not timed, or too few of them.
    /// </summary>
    public double SlowQuarterMs { get; init; }

    /// <summary>
    /// How much slower than its best this machine ran a fixed piece of work beside the batch, by the yardstick that shows
    /// most: 1 for as fast, 2 for twice as slow. 1 when it was not measured.
    /// </summary>
    public double Slowdown { get; init; } = 1;

    /// <summary>The same by the yardstick that shows least: what all of them agree on.</summary>
    public double LeastSlowdown { get; init => field = value == 0 ? 1 : value; } = 1; // a file may leave it out

    /// <summary>
    /// Queueing that the machine caused: without as much of it as the other threads of the process ran, since they may have
    /// held the processor. Less than a tenth of the time is the runtime's own, and does not count.
    /// </summary>
    [JsonIgnore]
    public double QueuedMs => OwnThreadsCpuMs <= WallMs * RuntimeShare ? RunDelayMs : Math.Max(0, RunDelayMs - OwnThreadsCpuMs);

    /// <summary>
    /// Stolen time of the measuring thread: its share of what was stolen from all threads that ran, and at most the time in
    /// which it neither ran nor queued.
    /// </summary>
    [JsonIgnore]
    public double StolenMs => Math.Min(StealMs * ShareOfProcessors, Math.Max(0, WallMs - CpuMs - RunDelayMs));

    /// <summary>Processor time of the other threads of the process.</summary>
    [JsonIgnore]
    public double OwnThreadsCpuMs => Math.Max(0, ProcessCpuMs - CpuMs);

    /// <summary>
    /// The time that the program is answerable for: wall time without queueing and stolen time, and never less than the
    /// processor time that it used.
    /// </summary>
    [JsonIgnore]
    public double NetMs => Math.Max(CpuMs, WallMs - QueuedMs - StolenMs);

    /// <summary>Wall time of one call.</summary>
    [JsonIgnore]
    public double WallMsPerCall => WallMs / Calls;

    /// <summary>Net time of one call.</summary>
    [JsonIgnore]
    public double NetMsPerCall => NetMs / Calls;

    /// <summary>
    /// Net time of one call at full speed of the processor. Only processor time is corrected, by what all yardsticks agree
    /// on; the code's own waiting stays as it is.
    /// </summary>
    [JsonIgnore]
    public double CalmMsPerCall => AtSpeed(LeastSlowdown) / Calls;

    /// <summary>The same by the yardstick that shows most: what is over budget by this is the program's fault.</summary>
    [JsonIgnore]
    public double LeastMsPerCall => AtSpeed(Slowdown) / Calls;

    /// <summary>Bytes of one call.</summary>
    [JsonIgnore]
    public double BytesPerCall => (double)Bytes / Calls;

    /// <summary>How much of a slowdown is believed: 1 to 3; beyond threefold it excuses nothing and counts as 1.</summary>
    /// <param name="slowdown">The slowdown.</param>
    public static double Trusted(double slowdown) => slowdown is > 1 and <= LargestTrusted ? slowdown : 1;

    private double ShareOfProcessors => CpuMs >= ProcessCpuMs + NeighborCpuMs ? 1 : CpuMs / (ProcessCpuMs + NeighborCpuMs);

    private double AtSpeed(double slowdown) => CpuMs / Trusted(slowdown) + (NetMs - CpuMs);
}
