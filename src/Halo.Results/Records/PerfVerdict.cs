namespace Halo.Results;

/// <summary>What one attempt of a performance test showed.</summary>
public enum PerfVerdict
{
    /// <summary>Within budget.</summary>
    Pass,

    /// <summary>Over budget on the wall clock only, after the last retry; within budget on net time, which decided.</summary>
    NetPass,

    /// <summary>Over budget, and neither waiting nor a slow machine explains it: never tried again.</summary>
    Regression,

    /// <summary>Over budget only by waiting for the machine: nothing is known about the program.</summary>
    Contended,

    /// <summary>Over budget on a system that does not tell waiting from working.</summary>
    Unexplained,

    /// <summary>Failed for another reason than a budget: a wrong result, an exception, a timeout.</summary>
    Error,
}
