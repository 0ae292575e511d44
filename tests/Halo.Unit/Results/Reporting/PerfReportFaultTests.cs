using Halo.Results;

namespace Halo.Unit.Results.Reporting;

/// <summary>A report on performance tests, or a baseline, that cannot be written says so, wherever the fault comes.</summary>
[TestFixture, Category("Unit")]
public sealed class PerfReportFaultTests : FolderFixture
{
    private PerfRuns Runs => PerfRuns.Read(Folder.Path);

    private PerfReference Reference => PerfReference.Read(Folder.Path);

    [SetUp]
    public void WriteResults()
    {
        for (var test = 0; test < 25; test++)
        {
            var verdict = test == 0 ? PerfVerdict.Regression : PerfVerdict.Pass;
            PerfResults.Append(Folder.Path, Attempts.Of($"Shop.Cart.Test{test}", 1, [61.5, 62.8], verdict));
        }
    }

    [Test]
    public void WriteReport_AnyWriteFails_TheFaultReachesTheCaller([Values] PerfReportFormat format)
    {
        var (runs, reference) = (Runs, Reference);
        Assert.That(WriteFaults.Wrong(stream => PerfReview.WriteReport(runs, reference, stream, format)), Is.Empty);
    }

    [TestCase(PerfReportFormat.Text)]
    [TestCase(PerfReportFormat.Json)]
    public void WriteAdvice_AnyWriteFails_TheFaultReachesTheCaller(PerfReportFormat format)
    {
        var runs = Runs;
        Assert.That(WriteFaults.Wrong(stream => PerfReview.WriteAdvice(runs, stream, format)), Is.Empty);
    }

    [TestCase(PerfReportFormat.Text)]
    [TestCase(PerfReportFormat.Markdown)]
    [TestCase(PerfReportFormat.Json)]
    public void WriteChanges_AnyWriteFails_TheFaultReachesTheCaller(PerfReportFormat format)
    {
        var changes = PerfChanges.Between(Reference, Reference);
        Assert.That(WriteFaults.Wrong(stream => changes.Write(stream, format)), Is.Empty);
    }

    // Each piece would be one write to the disk, or to a pipe.
    [Test]
    public void WriteReport_Json_IsOneWrite()
    {
        using var stream = new BrokenStream();
        PerfReview.WriteReport(Runs, null, stream, PerfReportFormat.Json);
        Assert.That(stream.Writes, Is.EqualTo(1));
    }

    [Test]
    public void WriteBaseline_AnyWriteFails_TheFaultReachesTheCaller()
    {
        var acceptance = PerfAcceptance.Of(PerfReference.None, Runs, null, DateTimeOffset.UnixEpoch);
        Assert.That(WriteFaults.Wrong(acceptance.Write), Is.Empty);
    }
}
