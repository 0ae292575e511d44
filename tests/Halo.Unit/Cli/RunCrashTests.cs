using System.Globalization;

namespace Halo.Unit.Cli;

/// <summary>No finished task is run again and none is lost, whenever the process dies.</summary>
[TestFixture, Category("Unit"), Platform("Linux,MacOsX")]
public sealed class RunCrashTests
{
    /// <summary>How often; the variable <c>HALO_KILLS</c> says it for a longer look.</summary>
    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("HALO_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 6;

    [Test]
    public void Run_KilledAtRandomMoments_ResumesToTheSameResults() => Check(Kills, seed: 1);

    internal static void Check(int kills, int seed)
    {
        using var folder = new TemporaryFolder();
        var tasks = (kills * 10) + 20;
        var run = new CrashingRun(folder, tasks, seed);
        run.Prepare();
        for (var attempt = 0; run.Kills < kills && attempt < kills * 2; attempt++) run.RunAndKill();
        var exitCode = run.RunToTheEnd();
        Assert.Multiple(() =>
        {
            Assert.That((exitCode, run.Kills), Is.EqualTo((0, kills)));
            Assert.That(run.RunAgain, Is.Empty, "They had ended before the kill.");
            Assert.That(run.Ended(), Is.EquivalentTo(Enumerable.Range(0, tasks).ToDictionary(i => $"t{i}", i => $"result of t{i}")), "As without a kill.");
            Assert.That(run.BegunTasks().Distinct().Count(), Is.EqualTo(tasks), "None is lost.");
        });
    }
}

/// <summary>The same at fifty random moments.</summary>
[TestFixture, Explicit("It takes a minute."), Category("Nightly"), Platform("Linux,MacOsX")]
public sealed class RunCrashNightlyTests
{
    [Test]
    public void Run_KilledFiftyTimes_ResumesToTheSameResults([Values(1, 2)] int seed) => RunCrashTests.Check(kills: 50, seed);
}
