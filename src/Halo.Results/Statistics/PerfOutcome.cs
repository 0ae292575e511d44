namespace Halo.Results;

/// <summary>How a test ended in a run, after all its attempts.</summary>
internal enum PerfOutcome
{
    /// <summary>Within budget at the first attempt.</summary>
    Passed,

    /// <summary>Within budget after a retry.</summary>
    Flaky,

    /// <summary>Within budget on net time only.</summary>
    NetPass,

    /// <summary>Over budget, and neither waiting nor a slow machine explains it.</summary>
    Regression,

    /// <summary>Over budget by waiting for the machine, in every attempt.</summary>
    Contended,

    /// <summary>Over budget on a system that does not tell waiting from working.</summary>
    Unexplained,

    /// <summary>Failed for another reason than a budget.</summary>
    Error,
}
