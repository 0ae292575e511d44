namespace Halo.Parallelism;

/// <summary>How to do work, and why: times in seconds.</summary>
public sealed record Advice
{
    /// <summary>How many workers; 1 for a plain loop.</summary>
    public required int Workers { get; init; }

    /// <summary>How many items a worker takes at one time.</summary>
    public required int BatchSize { get; init; }

    /// <summary>How the workers beyond the first are started.</summary>
    public required SpawnMethod Method { get; init; }

    /// <summary>Predicted time of a plain loop.</summary>
    public required double SerialSeconds { get; init; }

    /// <summary>Predicted time with these workers.</summary>
    public required double PredictedSeconds { get; init; }

    /// <summary>A sentence that says why.</summary>
    public required string Reason { get; init; }

    /// <summary>What the sample told.</summary>
    public required WorkProfile Profile { get; init; }

    /// <summary>What starting a worker by <see cref="Method"/> costs.</summary>
    public required SpawnCost SpawnCost { get; init; }

    /// <summary>What the process may use of the machine.</summary>
    public required MachineCapacity Capacity { get; init; }

    /// <summary>What could not be measured and was assumed, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether more than one worker is recommended.</summary>
    public bool IsParallel => Workers > 1;

    /// <summary>How many times as fast as a plain loop.</summary>
    public double PredictedSpeedup => PredictedSeconds > 0 ? SerialSeconds / PredictedSeconds : 1;
}
