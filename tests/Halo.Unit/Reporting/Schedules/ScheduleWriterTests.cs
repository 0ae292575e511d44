using System.Text;

namespace Halo.Unit.Reporting;

[TestFixture, Category("Unit")]
public sealed class ScheduleWriterTests
{
    [Test]
    public void WriteTo_Twice_IsEqual([Values] ScheduleFormat format)
    {
        var first = Schedules.Write(Schedules.Small(), format);
        Assert.That(Schedules.Write(Schedules.Small(), format), Is.EqualTo(first));
    }

    [Test]
    public void WriteTo_Stream_EqualsTextWriter([Values] ScheduleFormat format)
    {
        using var stream = new MemoryStream();
        Schedules.Many(3_000).WriteTo(stream, format);
        Assert.That(Encoding.UTF8.GetString(stream.ToArray()), Is.EqualTo(Schedules.Write(Schedules.Many(3_000), format)));
    }

    [Test]
    public void WriteTo_EmptyGraph_Works([Values] ScheduleFormat format) =>
        Assert.That(Schedules.Write(Scheduler.Schedule(Plans.Route([], [], [new Agent("a")])), format), Does.EndWith("\n"));

    [Test]
    public void WriteTo_TasksWithoutLength_Work([Values] ScheduleFormat format)
    {
        var plan = Plans.Route([new TaskNode("t", "x") { Estimate = 0.Seconds() }, new TaskNode("u", "x") { Estimate = 0.Seconds(), DependsOn = ["t"] }], [], [new Agent("a") { Types = ["x"] }]);
        Assert.That(Schedules.Write(Scheduler.Schedule(plan), format), Does.Contain("t"));
    }

    [Test]
    public void WriteTo_LongChain_NeedsNoRecursion([Values] ScheduleFormat format)
    {
        const int Length = 100_000;
        var chain = Enumerable.Range(0, Length).Select(i => new TaskNode($"t{i}", "x") { DependsOn = i == 0 ? [] : [$"t{i - 1}"] });
        Assert.That(() => Scheduler.Schedule(Plans.Route(chain, [], [new Agent("a") { Types = ["x"] }])).WriteTo(Stream.Null, format), Throws.Nothing);
    }

    [TestCase(ScheduleFormat.Json)]
    [TestCase(ScheduleFormat.Html)]
    public void WriteTo_ManyTasks_WritesInPieces(ScheduleFormat format)
    {
        var stream = new LargestWrite();
        Schedules.Many(20_000).WriteTo(stream, format);
        Assert.That(stream.Largest, Is.LessThan(256 * 1024));
    }

    [Test]
    public void WriteTo_UnknownFormat_Throws() =>
        Assert.That(() => Schedules.Small().WriteTo(TextWriter.Null, (ScheduleFormat)99), Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase(39)]
    [TestCase(401)]
    public void ToText_WidthOutOfRange_Throws(int width) => Assert.That(() => Schedules.Small().ToText(width), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void ToMermaid_SmallSchedule_MarksTheCriticalPath() =>
        Assert.That(Schedules.Small().ToMermaid(), Does.Contain("  n0[\"a<br/>qa<br/>0 s to 60 s\"]:::agent0\n  style n0 stroke:#c4292e").And.Contain("  linkStyle 0 stroke:#c4292e"));

    [Test]
    public void ToDot_SmallSchedule_ShowsTimesPathAndUse() =>
        Assert.That(Schedules.Small().ToDot(), Does.Contain("label=\"b\\nbuilder\\n60 s to 90 s\"")
            .And.Contain("  n0 -> n1 [color=\"#c4292e\", penwidth=3];\n")
            .And.Contain("legend0 [label=\"qa: 2 tasks, 58.3 % busy\"")
            .And.Contain("label=\"unscheduled: 2\""));

    [Test]
    public void ToDot_SlotThatPassesOn_IsADashedArrow()
    {
        var plan = Plans.Route([new TaskNode("t", "x") { Estimate = 1.Seconds() }, new TaskNode("u", "x") { Estimate = 1.Seconds() }], [], [new Agent("a") { Types = ["x"] }]);
        Assert.That(Scheduler.Schedule(plan).ToDot(), Does.Contain("  n0 -> n1 [color=\"#c4292e\", penwidth=3, style=dashed, constraint=false];\n"));
    }

    private sealed class LargestWrite : MemoryStream
    {
        public int Largest { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => Largest = Math.Max(Largest, buffer.Length);

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }
}
