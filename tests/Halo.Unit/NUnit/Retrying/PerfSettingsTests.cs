using Halo.NUnit;

namespace Halo.Unit.NUnit.Retrying;

/// <summary>Run parameters and environment.</summary>
[TestFixture, Category("Unit")]
public sealed class PerfSettingsTests
{
    // Below the root of the disk, where no solution is.
    private static readonly string Folder = Path.GetFullPath("/no-such-folder/work");

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
            Throws.InstanceOf<FormatException>().With.Message.Contains("Perf.MaxRetries is 'many'").And.Message.Contains("Perf.MaxSuiteRetries is '-1'").And.Message.Contains("Perf.YardstickMs is '0'"));

    private static PerfSettings Read(Dictionary<string, string> parameters, Dictionary<string, string> environment) =>
        PerfSettings.Read(parameters.GetValueOrDefault, environment.GetValueOrDefault, Folder);
}
