namespace Halo.Results;

/// <summary>What one attempt of a performance test showed.</summary>
public enum PerfVerdict
{
    /// <summary>Within budget.</summary>
    Pass,

    /// <summary>Contended to the last attempt, and within budget without the machine's share.</summary>
    NetPass,

    /// <summary>Over budget in the windows that the machine left alone: never tried again.</summary>
    Regression,

    /// <summary>Over budget, and the machine may be the reason: nothing is known about the program.</summary>
    Contended,

    /// <summary>Over budget on a system that does not tell waiting from working.</summary>
    Unexplained,

    /// <summary>Failed for another reason than a budget: a wrong result, an exception, a timeout, nothing measured.</summary>
    Error,

    /// <summary>Contended to the last attempt, and not proven to be within budget either.</summary>
    Inconclusive,
}
