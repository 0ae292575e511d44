namespace Halo.Parallelism;

/// <summary>Times single starts of a worker.</summary>
internal interface ISpawnProbe
{
    /// <summary>What is started.</summary>
    SpawnMethod Method { get; }

    /// <summary>How many starts make a sample, which is the quickest of them.</summary>
    int StartsOfASample => 5;

    /// <summary>Starts one, and waits for it.</summary>
    /// <param name="timeout">The longest wait.</param>
    /// <returns>The time; null when it was not there in time.</returns>
    /// <exception cref="InvalidOperationException">It cannot be started on this system.</exception>
    TimeSpan? Start(TimeSpan timeout);
}
