namespace Halo.Results;

/// <summary>What is recommended for a test.</summary>
internal enum AdviceKind
{
    /// <summary>Too few runs to say anything.</summary>
    MeasureMore = 0,

    /// <summary>A retry has nothing to wait for.</summary>
    NoRetry,

    /// <summary>It was slow with the machine to itself: a retry would only hide it.</summary>
    FixCode,

    /// <summary>Retry with growing delays.</summary>
    Exponential,

    /// <summary>Retry with one delay.</summary>
    Fixed,

    /// <summary>Its figures vary so much that a retry would gamble.</summary>
    Reconsider,
}
