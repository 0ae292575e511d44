using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Reporting;

/// <summary>A report that cannot be written says so, wherever the fault comes.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ReportFaultTests
{
    private static readonly Schedule Many = Schedules.Many(1_500);

    [Test]
    public void Plan_AnyWriteFails_TheFaultReachesTheCaller([Values] PlanFormat format) =>
        Assert.That(WriteFaults.Wrong(stream => Many.Plan.WriteTo(stream, format)), Is.Empty);

    [Test]
    public void PlanAsText_AnyWriteFails_TheFaultReachesTheCaller([Values] PlanFormat format) =>
        Assert.That(WriteFaults.Wrong(stream => WriteText(stream, writer => Many.Plan.WriteTo(writer, format))), Is.Empty);

    [Test]
    public void Schedule_AnyWriteFails_TheFaultReachesTheCaller([Values] ScheduleFormat format) =>
        Assert.That(WriteFaults.Wrong(stream => Many.WriteTo(stream, format)), Is.Empty);

    [Test]
    public void ScheduleAsText_AnyWriteFails_TheFaultReachesTheCaller([Values] ScheduleFormat format) =>
        Assert.That(WriteFaults.Wrong(stream => WriteText(stream, writer => Many.WriteTo(writer, format))), Is.Empty);

    [Test]
    public async Task RunReport_AnyWriteFails_TheFaultReachesTheCaller()
    {
        var plan = Plan([.. Enumerable.Range(0, 200).Select(i => Task($"t{i}"))]);
        var report = await Run(plan, Handlers(plan));
        Assert.That(WriteFaults.Wrong(stream => report.WriteHtml(stream)), Is.Empty);
    }

    [Test]
    public void Json_AnyWriteFails_TheFaultReachesTheCaller() =>
        Assert.That(WriteFaults.Wrong(stream =>
        {
            using var output = new JsonOutput(stream);
            output.Json.WriteStartArray();
            for (var i = 0; i < 10; i++) output.Write(new string('x', 20_000));
            output.Json.WriteEndArray();
            output.Complete();
        }), Is.Empty);

    private static void WriteText(Stream stream, Action<TextWriter> write)
    {
        var writer = new StreamWriter(stream, bufferSize: 32 * 1024, leaveOpen: true);
        write(writer);
        writer.Flush();
    }
}
