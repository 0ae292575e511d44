using Halo.NUnit;

namespace Halo.Unit.NUnit;

/// <summary>A machine whose clocks run only when a test says so, and whose waits are over at once.</summary>
internal sealed class FakeMachine : TimeProvider, IMachineSignals
{
    private static readonly DateTimeOffset Start = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private MachineReading _now = new() { Wall = 1_000_000, Cpu = 1_000_000 };

    public bool HasSignals { get; set; } = true;

    /// <summary>How long the yardsticks take at present.</summary>
    public double YardstickMs { get; set; } = 1;

    /// <summary>How long the yardstick of latency takes at present; null for as long as the others.</summary>
    public double? LatencyMs { get; set; }

    /// <summary>Every wait, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <summary>What fixtures under test note.</summary>
    public List<string> Notes { get; } = [];

    public override long TimestampFrequency => 1_000_000_000;

    /// <summary>Lets time go by on the measuring thread; what is not said is work of that thread.</summary>
    public void Spend(double wallMs, double? cpuMs = null, double runDelayMs = 0, double stealMs = 0, double? processCpuMs = null, double othersRunDelayMs = 0, double neighborCpuMs = 0, long bytes = 0, double jitMs = 0)
    {
        var cpu = cpuMs ?? wallMs - runDelayMs - stealMs;
        _now = _now with
        {
            Wall = _now.Wall + Nanoseconds(wallMs),
            Cpu = _now.Cpu + Nanoseconds(cpu),
            RunDelay = _now.RunDelay + Nanoseconds(runDelayMs),
            Steal = _now.Steal + Nanoseconds(stealMs),
            ProcessCpu = _now.ProcessCpu + Nanoseconds(processCpuMs ?? cpu),
            MachineCpu = _now.MachineCpu + Nanoseconds((processCpuMs ?? cpu) + neighborCpuMs),
            OthersRunDelay = _now.OthersRunDelay + Nanoseconds(othersRunDelayMs),
            Bytes = _now.Bytes + bytes,
            Jit = _now.Jit + Nanoseconds(jitMs),
        };
    }

    public MachineReading Begin() => _now;

    public MachineReading End() => _now;

    public override long GetTimestamp() => _now.Wall;

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(_now.Wall / TimeSpan.NanosecondsPerTick);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime);
        Spend(dueTime.TotalMilliseconds, cpuMs: 0);
        callback(state);
        return new EndedTimer();
    }

    /// <summary>This machine for the code under test.</summary>
    public Machine AsMachine(double? yardstickMs = 1) => new(
        this,
        Scale(yardstickMs, () => YardstickMs),
        Scale(yardstickMs, () => LatencyMs ?? YardstickMs),
        Scale(yardstickMs, () => YardstickMs),
        this);

    private SpeedScale Scale(double? fullSpeedMs, Func<double> nowMs) => new(new FakeYardstick(() => Spend(nowMs())), new YardstickReference(fullSpeedMs));

    private static long Nanoseconds(double milliseconds) => (long)Math.Round(milliseconds * 1e6);

    private sealed class FakeYardstick(Action run) : IYardstick
    {
        public void Run() => run();
    }

    private sealed class EndedTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
