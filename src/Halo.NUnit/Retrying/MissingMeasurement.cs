using Halo.Results;
using NUnit.Framework.Interfaces;

namespace Halo.NUnit;

/// <summary>Finds tests that passed without measuring what they promise: green for nothing.</summary>
internal static class MissingMeasurement
{
    /// <summary>What is missing; null when nothing is.</summary>
    /// <param name="result">The result of the attempt.</param>
    /// <param name="onMethod">The budget on the test itself; null when it has none, since
    /// other tests of a class may measure nothing.</param>
    /// <param name="checks">What was checked.</param>
    public static string? Of(ITestResult result, PerfBudgetAttribute? onMethod, IReadOnlyList<PerfAttempt> checks)
    {
        if (result.ResultState.Status is not (TestStatus.Passed or TestStatus.Warning) || onMethod is null) return null;
        if (checks.Any(check => check.Kind == PerfCheckKind.Time || onMethod.Milliseconds is null)) return null;
        return "Nothing was measured, although [PerfBudget] is on this test: call Perf.Measure or Perf.MeasureAsync in it.";
    }
}
