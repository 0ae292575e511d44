namespace Halo.Parallelism;

/// <summary>How long a work item waits until a thread of the pool runs it.</summary>
internal sealed class ThreadPoolProbe : ISpawnProbe
{
    public SpawnMethod Method => SpawnMethod.ThreadPool;

    // A thread of the pool that has just worked still looks for work, one that sleeps has to be woken: of many starts in a row
    // some always meet the first.
    public int StartsOfASample => 20;

    public TimeSpan? Start(TimeSpan timeout)
    {
        var arrival = new Arrival();
        ThreadPool.UnsafeQueueUserWorkItem(static arrival => arrival.Note(), arrival, preferLocal: false);
        return arrival.Wait(timeout);
    }
}
