using System.Globalization;

namespace Halo.NUnit;

/// <summary>What the run says about performance tests, by run parameters or else by the environment.</summary>
internal sealed record PerfSettings
{
    private const double ShortestYardstickMs = 0.005;
    private const double LongestYardstickMs = 5;
    private const double MostRetries = 1_000_000;

    /// <summary>The number of retries of all tests that have any; null for each as written.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>The most retries in an assembly.</summary>
    public int MaxSuiteRetries { get; init; } = 20;

    /// <summary>
    /// The folder of the results. By default <c>TestResults/perf</c> below the nearest folder above the test assembly that has a
    /// solution or a repository.
    /// </summary>
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
            MaxRetries = Number("Perf.MaxRetries", parameter("Perf.MaxRetries"), -1, MostRetries, faults) is { } retries and >= 0 ? (int)retries : null,
            MaxSuiteRetries = (int?)Number("Perf.MaxSuiteRetries", parameter("Perf.MaxSuiteRetries"), 0, MostRetries, faults) ?? 20,
            ResultsFolder = FolderOf(parameter("Perf.Results"), environment("HALO_PERF_RESULTS"), workDirectory, faults),
            YardstickMs = Number("Perf.YardstickMs", parameter("Perf.YardstickMs"), ShortestYardstickMs, LongestYardstickMs, faults)
                ?? Number("HALO_PERF_YARDSTICK_MS", environment("HALO_PERF_YARDSTICK_MS"), ShortestYardstickMs, LongestYardstickMs, faults),
        };
        return faults.Count == 0 ? settings : throw new FormatException(string.Join(Environment.NewLine, faults));
    }

    /// <summary>Checks that the given time of the yardstick can be true: what seems more than three times as slow is a wrong time.</summary>
    /// <exception cref="FormatException">It cannot.</exception>
    public void Require(SpeedScale processor)
    {
        if (YardstickMs is { } given && !processor.IsBelieved)
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Perf.YardstickMs (HALO_PERF_YARDSTICK_MS) is {given}, but the fastest run on this machine took {processor.FullSpeedMs:0.####} ms, more than three times as long. Leave it out, or give the time that the first performance test writes into its output."));
    }

    private static double? Number(string name, string? text, double least, double most, List<string> faults)
    {
        if (text is null) return null;
        var isWhole = most == MostRetries;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most && !(isWhole && number != Math.Truncate(number))) return number;
        faults.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is '{text}'; it must be a {(isWhole ? "whole number" : "number")} from {least} to {most}."));
        return null;
    }

    private static string FolderOf(string? parameter, string? environment, string workDirectory, List<string> faults)
    {
        if (parameter is "" || (parameter is null && environment is "")) faults.Add($"{(parameter is null ? "HALO_PERF_RESULTS" : "Perf.Results")} is empty; it must be a folder.");
        return (parameter ?? environment) is { Length: > 0 } given
            ? Path.GetFullPath(given, workDirectory)
            : Path.Combine(RootOf(workDirectory), "TestResults", "perf");
    }

    // Test assemblies run deep below what their users look into.
    private static string RootOf(string workDirectory)
    {
        for (var folder = new DirectoryInfo(workDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Exists(Path.Combine(folder.FullName, ".git")) || (folder.Exists && folder.EnumerateFiles("*.sln*").Any())) return folder.FullName;
        }

        return workDirectory;
    }
}
