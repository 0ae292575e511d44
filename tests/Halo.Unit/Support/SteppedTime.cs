namespace Halo.Unit;

/// <summary>A clock that stands still until somebody moves it on.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public void Step(double seconds) => Interlocked.Add(ref _now, TimeSpan.FromSeconds(seconds).Ticks);
}
