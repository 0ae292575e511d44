using System.Xml.Linq;
using Halo.NUnitConsole;

namespace Halo.Unit.Tools;

[TestFixture, Category("Unit")]
public sealed class RunReportTests
{
    [Test]
    public void Write_FailureAndWarning_AreShownWithTheSummary()
    {
        var run = RecordedRun.Of("passed=\"3\" failed=\"1\" warnings=\"1\" inconclusive=\"2\" skipped=\"4\"", RecordedRun.FailedTest, RecordedRun.WarnedTest, RecordedRun.FailedTeardown);
        Assert.That(Written(run).ReplaceLineEndings("\n"), Is.EqualTo(
            """

            Failures

            1) Failed: Sample.Basic.Fails
              Expected: 2
              But was:  1
               at Sample.Basic.Fails() in T.cs:line 4

            2) Error: Sample.TeardownFails
            teardown boom

            Warnings

            1) Warning: Sample.Basic.Warns
            careful

            Summary
              Passed:       3
              Failed:       2 (1 test, 1 suite)
              Warnings:     1
              Inconclusive: 2
              Skipped:      4
              Duration:     1.500 s

            3 passed, 2 failed, 4 skipped, 1 warning, 2 inconclusive

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void Write_NothingSpecial_EndsWithThePlainCounts() =>
        Assert.That(Written(RecordedRun.Of("passed=\"7\"", RecordedRun.PassedTest)), Does.EndWith("\n\n7 passed, 0 failed, 0 skipped\n").And.Not.Contains("Failures").And.Not.Contains("Warnings\n"));

    [Test]
    public void FailuresIn_FailedSetup_CountsItsTestsOnly() =>
        Assert.That(Finding.FailuresIn(RecordedRun.Of("failed=\"1\"", RecordedRun.FailedSetup)).Select(failure => failure.Name), Is.EqualTo(new[] { "Sample.SetupFails.A" }));

    [Test]
    public void FailuresIn_SuiteWithoutFailedTests_CountsTheSuite() =>
        Assert.That(Finding.FailuresIn(RecordedRun.Of("failed=\"0\"", RecordedRun.FailedTheory)).Select(failure => (failure.Name, failure.IsSuite)), Is.EqualTo(new[] { ("Sample.Theory", true) }));

    private static string Written(XElement run)
    {
        using var output = new StringWriter { NewLine = "\n" };
        RunReport.Write(run, output);
        return output.ToString();
    }
}
