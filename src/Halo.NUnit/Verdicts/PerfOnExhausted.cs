namespace Halo.NUnit;

/// <summary>What becomes of a test whose last attempt was contended too.</summary>
public enum PerfOnExhausted
{
    /// <summary>
    /// It passes, marked <c>NetPass</c>, when its calm time is within budget: the time without the machine's share. Otherwise
    /// it is inconclusive.
    /// </summary>
    NetTime,

    /// <summary>It fails: only a time within budget is a pass.</summary>
    Fail,

    /// <summary>It is inconclusive.</summary>
    Inconclusive,
}
