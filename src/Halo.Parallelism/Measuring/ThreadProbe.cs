namespace Halo.Parallelism;

/// <summary>
/// How long a new thread takes until it runs. How long it queues for a processor is the cost of other work, changes by orders
/// of magnitude, and is taken off.
/// </summary>
internal sealed class ThreadProbe : ISpawnProbe
{
    public SpawnMethod Method => SpawnMethod.DedicatedThread;

    public TimeSpan? Start(TimeSpan timeout)
    {
        var arrival = new Arrival();
        new Thread(() => arrival.Note(QueueSeconds)) { IsBackground = true, Name = "halo spawn probe" }.Start();
        return arrival.Wait(timeout);
    }

    private static double QueueSeconds() => ThreadWorkClock.IsSupported() ? new ThreadWorkClock().Read().Queue : 0;
}
