using System.Globalization;
using Halo.Results;
using NUnit.Framework.Internal;

namespace Halo.NUnit;

/// <summary>What all performance tests of a process share.</summary>
internal sealed class PerfRun(PerfSettings settings, Machine machine)
{
    private static readonly Lazy<PerfRun> s_process = new(() =>
    {
        var settings = PerfSettings.OfThisRun();
        var known = PerfMachineAttribute.Of(TestExecutionContext.CurrentContext.CurrentTest.TypeInfo?.Assembly);
        var machine = Machine.Create(settings.YardstickMs ?? known?.Processor.TotalMilliseconds, known?.Memory.TotalMilliseconds);
        settings.Require(machine.Throughput);
        return new PerfRun(settings, machine);
    });

    private static readonly AsyncLocal<PerfRun?> s_substitute = new();

    private int _introduced;

    /// <summary>The run of the calling code: the process's, unless a test has put another in its place.</summary>
    public static PerfRun Current => s_substitute.Value ?? s_process.Value;

    /// <summary>The name of the run: names of later runs follow in order.</summary>
    public string Id { get; } = string.Create(CultureInfo.InvariantCulture, $"{machine.Time.GetUtcNow():yyyyMMdd'T'HHmmssfff'Z'}-{Environment.ProcessId}");

    public PerfSettings Settings { get; } = settings;

    public Machine Machine { get; } = machine;

    public SuiteRetries Retries { get; } = new(settings.MaxSuiteRetries);

    /// <summary>Puts another run in the place of the process's, for the calling code and what it calls.</summary>
    public static void Substitute(PerfRun? run) => s_substitute.Value = run;

    /// <summary>Keeps an attempt.</summary>
    /// <returns>Why it could not be kept; null when it was.</returns>
    public string? Keep(PerfAttempt attempt)
    {
        try
        {
            PerfResults.Append(Settings.ResultsFolder, attempt);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"[perf] NOT RECORDED: {fault.Message}";
        }
    }

    /// <summary>What the first test says about the machine; null for the others.</summary>
    public string? Introduction()
    {
        if (Interlocked.Exchange(ref _introduced, 1) == 1) return null;
        if (!Machine.Signals.HasSignals)
            return "[perf] WARNING: this system does not tell waiting from working. Attempts over budget cannot be explained and are not tried again.";
        var isBelieved = Machine.Throughput.IsBelieved && Machine.Memory.IsBelieved;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[perf] {MachineClass.Current}: full speed is {Machine.Throughput.FullSpeedMs:0.####} ms by the processor's yardstick, "
            + $"{Machine.Memory.FullSpeedMs:0.####} ms by the memory's{(isBelieved ? "" : "; [PerfMachine] says less than a third and is not believed")}");
    }
}
