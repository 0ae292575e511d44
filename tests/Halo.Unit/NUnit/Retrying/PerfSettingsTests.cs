using Halo.NUnit;

namespace Halo.Unit.NUnit.Retrying;

/// <summary>Run parameters and environment.</summary>
[TestFixture, Category("Unit")]
public sealed class PerfSettingsTests
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "halo-work-that-is-not");

    [Test]
    public void Read_Nothing_IsTheDefaults() => Assert.That(Read([], []), Is.EqualTo(new PerfSettings { ResultsFolder = Path.Combine(Folder, "TestResults", "perf") }));

    [Test]
    public void Read_Parameters_Count()
    {
        var settings = Read(new() { ["Perf.MaxRetries"] = "2", ["Perf.MaxSuiteRetries"] = "7", ["Perf.Results"] = "results", ["Perf.YardstickMs"] = "1.25" }, []);
        Assert.That(settings, Is.EqualTo(new PerfSettings { MaxRetries = 2, MaxSuiteRetries = 7, ResultsFolder = Path.Combine(Folder, "results"), YardstickMs = 1.25 }));
    }

    [TestCase("-1", ExpectedResult = null)]
    [TestCase("0", ExpectedResult = 0)]
    public int? Read_MaxRetries_MinusOneLeavesThemAsWritten(string value) => Read(new() { ["Perf.MaxRetries"] = value }, []).MaxRetries;

    [Test]
    public void Read_Environment_CountsWhereNoParameterIs()
    {
        var settings = Read(new() { ["Perf.Results"] = "parameter" }, new() { ["HALO_PERF_RESULTS"] = "environment", ["HALO_PERF_YARDSTICK_MS"] = "2" });
        Assert.That((settings.ResultsFolder, settings.YardstickMs), Is.EqualTo((Path.Combine(Folder, "parameter"), 2.0)));
    }

    [Test]
    public void Read_Faults_AreAllNamed() =>
        Assert.That(
            () => Read(new() { ["Perf.MaxRetries"] = "many", ["Perf.MaxSuiteRetries"] = "-1" }, new() { ["HALO_PERF_YARDSTICK_MS"] = "0" }),
            Throws.InstanceOf<FormatException>().With.Message.Contains("Perf.MaxRetries is 'many'").And.Message.Contains("Perf.MaxSuiteRetries is '-1'").And.Message.Contains("HALO_PERF_YARDSTICK_MS is '0'"));

    [TestCase("")]
    [TestCase("0.0001")]
    [TestCase("6")]
    [TestCase("NaN")]
    [TestCase("fast")]
    public void Read_EmptyOrAbsurdYardstick_IsRefused(string value) =>
        Assert.That(() => Read([], new() { ["HALO_PERF_YARDSTICK_MS"] = value }), Throws.InstanceOf<FormatException>().With.Message.EqualTo($"HALO_PERF_YARDSTICK_MS is '{value}'; it must be a number from 0.005 to 5."));

    [Test]
    public void Read_FractionOfARetry_IsRefused() =>
        Assert.That(() => Read(new() { ["Perf.MaxRetries"] = "1.5" }, []), Throws.InstanceOf<FormatException>().With.Message.Contains("whole number"));

    [Test]
    public void Read_EmptyFolder_IsRefused() =>
        Assert.That(() => Read([], new() { ["HALO_PERF_RESULTS"] = "" }), Throws.InstanceOf<FormatException>().With.Message.EqualTo("HALO_PERF_RESULTS is empty; it must be a folder."));

    [TestCase(1, 3.1, false)]
    [TestCase(1, 2.9, true)]
    public void Require_YardstickAgainstTheFastestRun_BeyondThreefoldIsRefused(double givenMs, double runMs, bool isAccepted)
    {
        var machine = new FakeMachine { YardstickMs = runMs };
        var scale = machine.AsMachine(givenMs).Throughput;
        scale.Calibrate(machine);
        var settings = new PerfSettings { ResultsFolder = Folder, YardstickMs = givenMs };
        Assert.That(() => settings.Require(scale), isAccepted ? Throws.Nothing : Throws.InstanceOf<FormatException>().With.Message.Contains("HALO_PERF_YARDSTICK_MS"));
    }

    [Test]
    public void Read_TestAssemblyDeepInARepository_WritesToItsRoot()
    {
        using var root = new TemporaryFolder();
        File.WriteAllText(Path.Combine(root.Path, "Some.slnx"), "");
        var deep = Directory.CreateDirectory(Path.Combine(root.Path, "tests", "A", "bin", "Debug")).FullName;
        Assert.That(PerfSettings.Read(_ => null, _ => null, deep).ResultsFolder, Is.EqualTo(Path.Combine(root.Path, "TestResults", "perf")));
    }

    private static PerfSettings Read(Dictionary<string, string> parameters, Dictionary<string, string> environment) =>
        PerfSettings.Read(parameters.GetValueOrDefault, environment.GetValueOrDefault, Folder);
}
