using Halo.Results;
using NUnit.Framework.Interfaces;

namespace Halo.NUnit;

/// <summary>Decides whether a failed attempt may be tried again. Whatever is not named here never is.</summary>
internal static class RetryLaw
{
    /// <param name="policy">What the author of the test allows.</param>
    /// <param name="thrown">The last performance check of the attempt that did not hold; null when all did.</param>
    /// <param name="result">The result of the attempt, SetUp and TearDown included.</param>
    public static bool Allows(RetryPolicy policy, PerfBudgetException? thrown, ITestResult result)
    {
        // A failed assertion of the test itself: not an exception, not a failure of SetUp or TearDown, not a cancelled test.
        if (!result.ResultState.Equals(ResultState.Failure)) return false;
        if (thrown is null) return !policy.OnlyOnAssertion;
        return IsOnlyFailure(result, thrown) && thrown.Verdict switch
        {
            PerfVerdict.Contended => true,
            PerfVerdict.Regression => thrown.IsNarrow, // red all the same when it is the last attempt
            PerfVerdict.Unexplained => policy.Gate == PerfGate.Always,
            _ => false,
        };
    }

    /// <summary>Whether the test failed by this check and by nothing else.</summary>
    public static bool IsOnlyFailure(ITestResult result, PerfBudgetException thrown)
    {
        var failures = result.AssertionResults.Where(assertion => assertion.Status is AssertionStatus.Failed or AssertionStatus.Error).ToArray();
        return failures.Length == 0 ? result.Message == thrown.Message : failures.All(failure => failure.Message == thrown.Message);
    }
}
