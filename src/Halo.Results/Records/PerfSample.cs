using System.Text.Json.Serialization;

namespace Halo.Results;

/// <summary>
/// One measured batch of calls: how long it took, and what of that belongs to the machine. All times are totals of the
/// batch in milliseconds.
/// </summary>
public sealed record PerfSample
{
    private const double LargestSlowdown = 3; // a yardstick that shows more was itself disturbed

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

    /// <summary>How long the other threads of the process stood ready in the scheduler's queue, all together. 0 without signals.</summary>
    public double OthersRunDelayMs { get; init; }

    /// <summary>How long the garbage collector held the process; part of the program's own cost.</summary>
    public double GcPauseMs { get; init; }

    /// <summary>How long methods were compiled; part of the program's own cost.</summary>
    public double JitMs { get; init; }

    /// <summary>Bytes that the measuring thread allocated.</summary>
    public long Bytes { get; init; }

    /// <summary>
    /// Net time of one call in the quiet part of the batch: the lower quartile of its slices. 0 for a batch that was not sliced.
    /// </summary>
    public double QuietMsPerCall { get; init; }

    /// <summary>
    /// Wall time that a quarter of the calls took at least, in the quiet part of the batch. 0 when single calls were not timed,
    /// or too few of them.
    /// </summary>
    public double SlowQuarterMs { get; init; }

    /// <summary>
    /// How much slower than its own best this machine ran a fixed piece of work beside the batch: 1 for as fast, 2 for twice
    /// as slow. 1 when it was not measured.
    /// </summary>
    public double Slowdown { get; init; } = 1;

    /// <summary>
    /// The time that the program is answerable for: wall time without queueing and stolen time, and never less than the
    /// processor time that it used.
    /// </summary>
    [JsonIgnore]
    public double NetMs => Math.Max(CpuMs, WallMs - RunDelayMs - StealMs);

    /// <summary>Wall time of one call.</summary>
    [JsonIgnore]
    public double WallMsPerCall => WallMs / Calls;

    /// <summary>Net time of one call.</summary>
    [JsonIgnore]
    public double NetMsPerCall => NetMs / Calls;

    /// <summary>How much of the slowdown excuses a program: from 1 to 3.</summary>
    [JsonIgnore]
    public double ExcusedSlowdown => Math.Clamp(Slowdown, 1, LargestSlowdown);

    /// <summary>
    /// What the quiet part would take at full speed of the machine, of one call. Beyond threefold a slowdown excuses nothing.
    /// </summary>
    [JsonIgnore]
    public double CalmMsPerCall => (QuietMsPerCall > 0 ? QuietMsPerCall : NetMsPerCall) / ExcusedSlowdown;

    /// <summary>What a quarter of the calls would take at least at full speed of the machine. 0 when single calls were not timed.</summary>
    [JsonIgnore]
    public double CalmSlowQuarterMs => SlowQuarterMs / ExcusedSlowdown;

    /// <summary>Bytes of one call.</summary>
    [JsonIgnore]
    public double BytesPerCall => (double)Bytes / Calls;
}
