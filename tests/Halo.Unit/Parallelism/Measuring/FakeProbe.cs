using Halo.Parallelism;

namespace Halo.Unit.Parallelism;

/// <summary>A probe that tells what a test says, on a clock of its own that runs by what it tells.</summary>
internal sealed class FakeProbe(SpawnMethod method, Func<int, double?> milliseconds) : TimeProvider, ISpawnProbe
{
    private int _starts;
    private long _now;

    public SpawnMethod Method => method;

    /// <summary>Starts so far.</summary>
    public int Starts => Volatile.Read(ref _starts);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public void Advance(TimeSpan time) => Interlocked.Add(ref _now, time.Ticks);

    public TimeSpan? Start(TimeSpan timeout)
    {
        var time = milliseconds(Interlocked.Increment(ref _starts)) is { } value ? TimeSpan.FromMilliseconds(value) : (TimeSpan?)null;
        Advance(time is { } taken && taken < timeout ? taken : timeout);
        return time < timeout ? time : null;
    }
}
