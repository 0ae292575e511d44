using System.Reflection;
using NUnit.Framework.Interfaces;

namespace Halo.NUnit;

/// <summary>Checks how the tests of an assembly use performance attributes.</summary>
public static class PerfRules
{
    /// <summary>
    /// Checks that budgets are measured, and that retries are used only where they are honest: on tests with a time budget that
    /// run alone, with a reason, at most five, and never by NUnit's own retry.
    /// </summary>
    /// <param name="assembly">The assembly of the tests.</param>
    /// <exception cref="AssertionException">Something is wrong; the message lists all of it, each with its test, class or assembly.</exception>
    public static void Check(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var faults = Faults(assembly.GetTypes());
        if (faults.Count > 0) throw new AssertionException(string.Join(Environment.NewLine, faults));
    }

    /// <summary>Every fault of the tests of these classes, in order; each once.</summary>
    internal static IReadOnlyList<string> Faults(IEnumerable<Type> types)
    {
        var scan = new CallScan();
        var tests = types.Where(type => !type.IsAbstract).SelectMany(TestsOf).ToArray();
        var faults = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var test in tests) faults.UnionWith(TestRules.Faults(test, scan));
        foreach (var reach in tests.Where(test => test.RetryPlace is Type or Assembly).GroupBy(test => test.RetryPlace))
        {
            if (!reach.Any(test => test.Budget is not null))
                faults.Add($"{RuledTest.NameOf(reach.Key!)}: its retry reaches no test with a time budget.");
        }

        foreach (var reach in tests.Where(test => test.BudgetPlace is Type or Assembly).GroupBy(test => test.BudgetPlace))
        {
            if (!reach.Any(test => scan.MayCall(test.Method, _ => true)))
                faults.Add($"{RuledTest.NameOf(reach.Key!)}: its budget reaches no test that measures.");
        }

        return [.. faults];
    }

    private static IEnumerable<RuledTest> TestsOf(Type fixture) =>
        fixture.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.FlattenHierarchy)
            .Where(method => method.GetCustomAttributes(inherit: true).Any(attribute => attribute is ITestBuilder or ISimpleTestBuilder))
            .Select(method => new RuledTest(method, fixture));
}
