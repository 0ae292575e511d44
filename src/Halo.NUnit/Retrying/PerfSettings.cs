using System.Globalization;

namespace Halo.NUnit;

/// <summary>What the run says about performance tests, by run parameters or else by the environment.</summary>
internal sealed record PerfSettings
{
    /// <summary>The number of retries of all tests that have any; null for each as written.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>The most retries in an assembly.</summary>
    public int MaxSuiteRetries { get; init; } = 20;

    /// <summary>The folder of the results.</summary>
    public required string ResultsFolder { get; init; }

    /// <summary>How long the yardstick takes on this machine when nothing disturbs it; null when that is not known.</summary>
    public double? YardstickMs { get; init; }

    /// <summary>The settings of the current run.</summary>
    public static PerfSettings OfThisRun() =>
        Read(name => TestContext.Parameters.Get(name), Environment.GetEnvironmentVariable, TestContext.CurrentContext.WorkDirectory);

    /// <summary>Reads the settings.</summary>
    /// <exception cref="FormatException">A value is no number or out of its range; the exception names all of them.</exception>
    public static PerfSettings Read(Func<string, string?> parameter, Func<string, string?> environment, string workDirectory)
    {
        var faults = new List<string>();
        var settings = new PerfSettings
        {
            MaxRetries = Number("Perf.MaxRetries", parameter("Perf.MaxRetries"), -1, faults) is { } retries and >= 0 ? (int)retries : null,
            MaxSuiteRetries = (int?)Number("Perf.MaxSuiteRetries", parameter("Perf.MaxSuiteRetries"), 0, faults) ?? 20,
            ResultsFolder = (parameter("Perf.Results") ?? environment("HALO_PERF_RESULTS")) is { } folder ? Path.GetFullPath(folder, workDirectory) : ResultsRoot.Above(workDirectory),
            YardstickMs = Number("Perf.YardstickMs", parameter("Perf.YardstickMs") ?? environment("HALO_PERF_YARDSTICK_MS"), 0.001, faults),
        };
        return faults.Count == 0 ? settings : throw new FormatException(string.Join(Environment.NewLine, faults));
    }

    private static double? Number(string name, string? text, double least, List<string> faults)
    {
        const double Most = 1_000_000;
        if (text is null) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= Most) return number;
        faults.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is '{text}'; it must be a number from {least} to {Most}."));
        return null;
    }
}
