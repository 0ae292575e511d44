namespace Halo.NUnit;

/// <summary>What becomes of a test whose last attempt was contended too.</summary>
public enum PerfOnExhausted
{
    /// <summary>
    /// It passes, marked <c>NetPass</c>: in every sample of the last attempt the time without the machine's share was within
    /// budget.
    /// </summary>
    NetTime,

    /// <summary>It fails: only wall time within budget is a pass.</summary>
    Fail,

    /// <summary>It is inconclusive.</summary>
    Inconclusive,
}
