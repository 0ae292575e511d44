namespace Halo.NUnit;

/// <summary>Which time a budget is about.</summary>
public enum PerfClock
{
    /// <summary>Wall time: what a user waits for. Over budget, the machine's share tells contended from slow.</summary>
    Wall,

    /// <summary>Net time: wall time without queueing and stolen time, never less than processor time.</summary>
    Net,

    /// <summary>
    /// Calm time: net time, its processor time at full speed of the processor. For hosts whose speed changes with their
    /// neighbors; it is an estimate.
    /// </summary>
    Calm,
}
