using System.Diagnostics;
using Halo.NUnitConsole;
using Halo.Unit.Core;

namespace Halo.Unit.Tools;

/// <summary>The console on the real engine.</summary>
[TestFixture, Category("Unit")]
public sealed class EngineTests
{
    [TestCase("cat = = x")]
    [TestCase("cat == x &&")]
    public void Run_SelectionThatIsNotOfTheLanguage_IsRefused(string where)
    {
        var run = ConsoleRun.OnEngine("a.dll", "--where", where);
        Assert.That((run.ExitCode, run.Error.StartsWith("halo-nunit: --where: ", StringComparison.Ordinal)), Is.EqualTo((-1, true)));
    }

    [Test]
    public void Run_FilesThatAreNoTestAssemblies_AreAllNamed()
    {
        using var folder = new TemporaryFolder();
        var run = ConsoleRun.OnEngine(folder.File("missing.dll"), folder.Write("text.txt", "text"));
        Assert.That((run.ExitCode, run.Error.Contains("missing.dll: File not found", StringComparison.Ordinal), run.Error.Contains("text.txt: File type is not supported", StringComparison.Ordinal)), Is.EqualTo((-2, true, true)));
    }

    /// <summary>A process of its own, as this one already runs the assembly.</summary>
    [Test, CancelAfter(60_000)]
    public async Task Run_FixtureOfThisAssembly_PassesWithResults(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var result = folder.File("result.xml");
        var fixture = typeof(DiagnosticTests);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[typeof(ConsoleCommand).Assembly.Location, fixture.Assembly.Location, "--where", $"class == {fixture.FullName}", "--labels=After", $"--result={result}"]) start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.Multiple(() =>
        {
            Assert.That(process.ExitCode, Is.Zero, output);
            Assert.That(output, Does.Match(@"\n[1-9]\d* passed, 0 failed, 0 skipped\n$").And.Contain($"Passed => {fixture.FullName}."));
            Assert.That(File.ReadAllText(result), Does.Contain("<test-run ").And.Contain(fixture.FullName));
        });
    }
}
