namespace Halo.Results;

/// <summary>What a performance test checks.</summary>
public enum PerfCheckKind
{
    /// <summary>Milliseconds of one call.</summary>
    Time,

    /// <summary>How many times as long as a reference.</summary>
    Ratio,

    /// <summary>The exponent with which time grows.</summary>
    Scaling,

    /// <summary>Bytes of one call.</summary>
    Allocation,
}
