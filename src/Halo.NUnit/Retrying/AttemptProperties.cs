using System.Globalization;
using Halo.Results;
using NUnit.Framework.Interfaces;

namespace Halo.NUnit;

/// <summary>Marks the result of a test with what its last attempt showed; NUnit writes the marks into its XML.</summary>
internal static class AttemptProperties
{
    /// <summary>Sets the marks for the checks of an attempt; with several, the one nearest to its budget or furthest above.</summary>
    public static void Set(IPropertyBag properties, IReadOnlyList<PerfAttempt> checks)
    {
        if (checks.MaxBy(check => check.Measured / check.Budget ?? double.MaxValue) is not { } check) return;
        properties.Set("Perf.Attempts", check.Attempt);
        properties.Set("Perf.Verdict", check.Verdict.ToString());
        SetNumber("Perf.Budget", check.Budget);
        SetNumber("Perf.Measured", check.Measured);
        SetNumber("Perf.WallMs", check.Samples.Select(sample => (double?)sample.WallMsPerCall).Max());
        SetNumber("Perf.NetMs", check.Samples.Select(sample => (double?)sample.NetMsPerCall).Max());

        void SetNumber(string name, double? number)
        {
            if (number is { } value) properties.Set(name, value.ToString("0.######", CultureInfo.InvariantCulture));
        }
    }
}
