using System.Xml.Linq;

namespace Halo.NUnitConsole;

/// <summary>The counts of a run.</summary>
/// <param name="Passed">Tests that passed.</param>
/// <param name="FailedTests">Tests that failed.</param>
/// <param name="FailedSuites">Suites that failed beside their tests.</param>
/// <param name="Warnings">Tests that ended with a warning.</param>
/// <param name="Inconclusive">Tests that neither passed nor failed.</param>
/// <param name="Skipped">Tests that were ignored or are explicit.</param>
/// <param name="Duration">From the first test's start to the last one's end.</param>
internal sealed record RunSummary(int Passed, int FailedTests, int FailedSuites, int Warnings, int Inconclusive, int Skipped, TimeSpan Duration)
{
    /// <summary>Failed tests and failed suites.</summary>
    public int Failed => FailedTests + FailedSuites;

    /// <summary>What the process returns for a run that was not stopped.</summary>
    public int ExitCode =>
        Failed > 0 ? Math.Min(Failed, ExitCodes.MostFailures)
        : Passed + Warnings + Inconclusive == 0 ? ExitCodes.NoTests
        : ExitCodes.Ok;

    /// <param name="run">The results, as nunit3 XML.</param>
    /// <param name="failures">What failed in them.</param>
    public static RunSummary Of(XElement run, IReadOnlyList<Finding> failures) => new(
        Count(run, "passed"),
        failures.Count(failure => !failure.IsSuite),
        failures.Count(failure => failure.IsSuite),
        Count(run, "warnings"),
        Count(run, "inconclusive"),
        Count(run, "skipped"),
        TimeSpan.FromSeconds((double?)run.Attribute("duration") ?? 0));

    private static int Count(XElement run, string name) => (int?)run.Attribute(name) ?? 0;
}
