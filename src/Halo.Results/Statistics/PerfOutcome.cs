namespace Halo.Results;

/// <summary>How a test ended in a run, after all its attempts.</summary>
internal enum PerfOutcome
{
    /// <summary>Within budget at the first attempt.</summary>
    Passed,

    /// <summary>Within budget after a retry.</summary>
    Flaky,

    /// <summary>Within budget without the machine's share only.</summary>
    NetPass,

    /// <summary>Proven neither way on a busy machine.</summary>
    Inconclusive,

    /// <summary>Over budget in the windows that the machine left alone.</summary>
    Regression,

    /// <summary>Over budget by waiting for the machine, in every attempt.</summary>
    Contended,

    /// <summary>Over budget on a system that does not tell waiting from working.</summary>
    Unexplained,

    /// <summary>Failed for another reason than a budget.</summary>
    Error,
}
