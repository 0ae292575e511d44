namespace Halo.Parallelism;

/// <summary>How work gets a worker. What each costs is a quantity of its own, and no one stands in for another.</summary>
public enum SpawnMethod
{
    /// <summary>A work item is queued to the thread pool; until it begins to run.</summary>
    ThreadPool,

    /// <summary>A thread is created and started; until it begins to run, less the time that it queues for a processor, where the system tells it.</summary>
    DedicatedThread,

    /// <summary>A child process that does nothing is started; until its end is seen.</summary>
    ChildProcess,
}
