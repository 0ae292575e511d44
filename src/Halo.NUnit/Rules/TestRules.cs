using System.Reflection;
using NUnit.Framework.Interfaces;

namespace Halo.NUnit;

/// <summary>What must hold for one test.</summary>
internal static class TestRules
{
    private const int MostRetries = 5;

    /// <summary>Every fault; those of an attribute on a class or an assembly carry its name, not the test's.</summary>
    /// <param name="test">The test.</param>
    /// <param name="scan">Tells whether it measures.</param>
    public static IEnumerable<string> Faults(RuledTest test, CallScan scan)
    {
        if (test.Budget is not null && HidesClassAttributes(test))
            yield return $"{test.Name}: [MaxTime] on it hides the performance attributes of its class from NUnit; repeat [PerfBudget] on the test.";
        if (test is { Budget: { } budget, BudgetPlace: MethodInfo } && !Measures(test.Method, budget, scan))
            yield return $"{test.Name}: it has a time budget, but measures nothing; call Perf.Measure or Perf.MeasureAsync.";
        if (test.Budget is not null && test.Method.IsDefined(typeof(RetryAttribute), inherit: true))
            yield return $"{test.Name}: [Retry] tries a slow or wrong test again; use [PerfRetry], which asks why it was slow.";
        if (test.Retries.Count == 0) yield break;

        var place = test.RetryPlace is MethodInfo ? test.Name : RuledTest.NameOf(test.RetryPlace!);
        foreach (var fault in AttributeFaults(test.Retries)) yield return $"{place}: {fault}";
        if (test.Budget is null)
        {
            // On a class or an assembly a retry may pass by tests that have no budget: nothing is tried again there.
            if (test.RetryPlace is MethodInfo) yield return $"{test.Name}: it is tried again, but has no time budget; a test that measures no time must not be.";
            yield break;
        }

        if (!test.RunsAlone) yield return $"{test.Name}: it is tried again, but is not [NonParallelizable]; the other tests would be its contention.";
    }

    private static IEnumerable<string> AttributeFaults(IReadOnlyList<PerfRetryAttributeBase> retries)
    {
        if (retries.Count > 1) yield return "PerfRetry and PerfRetryFixed are given in one place: only one of them can count.";
        foreach (var policy in retries.Select(retry => retry.Policy))
        {
            foreach (var fault in policy.Faults()) yield return fault;
            if (string.IsNullOrWhiteSpace(policy.Reason)) yield return "a retry needs a Reason.";
            if (policy.MaxRetries > MostRetries) yield return $"{policy.MaxRetries} retries are more than {MostRetries}: a test that needs them measures the machine.";
        }
    }

    // A budget without milliseconds may also be how much a ratio measures.
    private static bool Measures(MethodInfo method, PerfBudgetAttribute budget, CallScan scan) =>
        scan.MayCall(method, called => budget.Milliseconds is null || called.Name is nameof(Perf.Measure) or nameof(Perf.MeasureAsync));

    private static bool HidesClassAttributes(RuledTest test) =>
        test.Method.GetCustomAttributes(inherit: true) is var attributes
        && attributes.Any(attribute => attribute is IWrapSetUpTearDown)
        && !attributes.Any(attribute => attribute is PerfAttribute);
}
