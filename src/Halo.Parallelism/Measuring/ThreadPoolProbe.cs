namespace Halo.Parallelism;

/// <summary>How long a work item waits until a thread of the pool runs it.</summary>
internal sealed class ThreadPoolProbe : ISpawnProbe
{
    public SpawnMethod Method => SpawnMethod.ThreadPool;

    public TimeSpan? Start(TimeSpan timeout)
    {
        var arrival = new Arrival();
        ThreadPool.UnsafeQueueUserWorkItem(static arrival => arrival.Note(), arrival, preferLocal: false);
        return arrival.Wait(timeout);
    }
}
