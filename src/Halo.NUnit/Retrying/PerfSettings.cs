using System.Globalization;

namespace Halo.NUnit;

/// <summary>What the run says about performance tests, by run parameters or else by the environment.</summary>
internal sealed record PerfSettings
{
    private const string YardstickVariable = "HALO_PERF_YARDSTICK_MS";
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
        double? Retries(string name, double least) => Number(name, parameter(name), least, MostRetries, isWhole: true, faults);
        double? Yardstick(string name, string? text) => Number(name, text, ShortestYardstickMs, LongestYardstickMs, isWhole: false, faults);
        var settings = new PerfSettings
        {
            MaxRetries = Retries("Perf.MaxRetries", -1) is { } retries and >= 0 ? (int)retries : null,
            MaxSuiteRetries = (int?)Retries("Perf.MaxSuiteRetries", 0) ?? 20,
            ResultsFolder = FolderOf(parameter("Perf.Results"), environment("HALO_PERF_RESULTS"), workDirectory, faults),
            YardstickMs = Yardstick("Perf.YardstickMs", parameter("Perf.YardstickMs")) ?? Yardstick(YardstickVariable, environment(YardstickVariable)),
        };
        return faults.Count == 0 ? settings : throw new FormatException(string.Join(Environment.NewLine, faults));
    }

    /// <summary>Checks that the given time of the yardstick can be true: beyond threefold the time is wrong, not the machine slow.</summary>
    /// <exception cref="FormatException">It cannot.</exception>
    public void Require(SpeedScale processor)
    {
        if (YardstickMs is not { } given || processor.IsBelieved) return;
        throw new FormatException(string.Create(
            CultureInfo.InvariantCulture,
            $"Perf.YardstickMs ({YardstickVariable}) is {given}, but the fastest run on this machine took {processor.FullSpeedMs:0.####} ms, more than "
            + $"three times as long. Leave it out, or give the time that the first performance test writes into its output."));
    }

    private static double? Number(string name, string? text, double least, double most, bool isWhole, List<string> faults)
    {
        if (text is null) return null;
        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number >= least && number <= most && (!isWhole || number == Math.Truncate(number))) return number;
        var kind = isWhole ? "whole number" : "number";
        faults.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is '{text}'; it must be a {kind} from {least} to {most}."));
        return null;
    }

    private static string FolderOf(string? parameter, string? environment, string workDirectory, List<string> faults)
    {
        var name = parameter is null ? "HALO_PERF_RESULTS" : "Perf.Results";
        if ((parameter ?? environment) is "") faults.Add($"{name} is empty; it must be a folder.");
        return (parameter ?? environment) is { Length: > 0 } given
            ? Path.GetFullPath(given, workDirectory)
            : ResultsRoot.Above(workDirectory);
    }
}
