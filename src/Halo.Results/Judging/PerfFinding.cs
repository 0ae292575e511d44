namespace Halo.Results;

/// <summary>Why a gate fails.</summary>
public enum FindingKind
{
    /// <summary>A budget is higher than the accepted one.</summary>
    RaisedBudget = 0,

    /// <summary>A test needs retries too often.</summary>
    RetryDebt,

    /// <summary>A test is slower than before.</summary>
    Slower,

    /// <summary>A test failed in its newest run.</summary>
    Failed,
}

/// <summary>One reason of a test.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Test">The test's full name.</param>
/// <param name="Message">The reason in words, with its figures.</param>
public sealed record PerfFinding(FindingKind Kind, string Test, string Message);
