namespace Halo.Parallelism;

/// <summary>What may be recommended.</summary>
/// <param name="Count">Items to do; at least 1.</param>
/// <param name="MostWorkers">The most workers; at least 1.</param>
/// <param name="MostItems">The most items in a batch; at least 1.</param>
/// <param name="PoolSeconds">The time to start a worker of the thread pool.</param>
/// <param name="ThreadSeconds">The time to start a thread.</param>
/// <param name="PoolWorkers">How many workers the pool has at once; beyond it makes threads slowly.</param>
internal readonly record struct SearchSpace(long Count, int MostWorkers, int MostItems, double PoolSeconds, double ThreadSeconds, int PoolWorkers);

/// <summary>One way to do the work, with its predicted time.</summary>
internal readonly record struct Candidate(int Workers, int BatchSize, SpawnMethod Method, double Seconds);
