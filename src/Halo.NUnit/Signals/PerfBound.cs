namespace Halo.NUnit;

/// <summary>What the speed of measured code depends on, and so by what the speed of the machine is told.</summary>
public enum PerfBound
{
    /// <summary>Calculations on data that fits the processor's own caches.</summary>
    Processor,

    /// <summary>Reads from data beyond these caches, whose speed the neighbors on the same host change most.</summary>
    Memory,
}
