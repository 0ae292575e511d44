using System.Text;
using System.Text.Json;

namespace Halo.Unit.Reporting;

/// <summary>JSON on its way out: in pieces, in characters, and values that stand for themselves.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class JsonPiecesTests
{
    private static readonly JsonSerializerOptions Values = new() { Converters = { new AttributeValueConverter() } };

    [TestCase(ScheduleFormat.Json)]
    [TestCase(ScheduleFormat.Html)]
    public void WriteTo_SomeThousandTasks_PassesPiecesOnAsTheyFill(ScheduleFormat format)
    {
        var stream = new WrittenSizes();
        Schedules.Many(4_000).WriteTo(stream, format);
        Assert.That((stream.Sizes.Count is > 2 and < 200, stream.Sizes.Max() <= 64 * 1024), Is.EqualTo((true, true)), string.Join(' ', stream.Sizes));
    }

    [Test]
    public void WriteTo_SomeThousandIds_PassesPiecesOnAsTheyFill()
    {
        var stream = new WrittenSizes();
        Plans.Route(Enumerable.Range(0, 2_500).Select(i => new TaskNode($"a task of a rather long name {i}", "x")), [], [new Agent("one") { Types = ["x"] }]).WriteTo(stream, PlanFormat.Json);
        Assert.That((stream.Sizes.Count > 2, stream.Sizes.Max() <= 64 * 1024), Is.EqualTo((true, true)), string.Join(' ', stream.Sizes));
    }

    [Test]
    public void Write_ShortText_IsPassedOnAtTheEndOnly()
    {
        var stream = new WrittenSizes();
        Plans.Small().WriteTo(stream, PlanFormat.Json);
        Assert.That(stream.Sizes, Has.Count.EqualTo(1));
    }

    [Test]
    public void Write_CharacterCutBetweenWrites_IsWhole()
    {
        using var writer = new StringWriter();
        using var stream = new TextWriterStream(writer);
        foreach (var one in Encoding.UTF8.GetBytes("aö東😀z")) stream.Write([one], 0, 1);
        stream.Flush();
        Assert.That(writer.ToString(), Is.EqualTo("aö東😀z"));
    }

    [Test]
    public void Write_PartOfAnArray_IsThatPart()
    {
        using var writer = new StringWriter();
        using var stream = new TextWriterStream(writer);
        stream.Write("abcdef"u8.ToArray(), 2, 3);
        Assert.That(writer.ToString(), Is.EqualTo("cde"));
    }

    [Test]
    public void Stream_OfText_IsOnlyWrittenTo()
    {
        using var stream = new TextWriterStream(TextWriter.Null);
        Assert.That((stream.CanRead, stream.CanSeek, stream.CanWrite), Is.EqualTo((false, false, true)));
        Assert.That(() => stream.ReadByte(), Throws.TypeOf<NotSupportedException>());
    }

    [TestCase("\"text\"")]
    [TestCase("12.5")]
    [TestCase("true")]
    [TestCase("false")]
    public void Value_ReadAndWritten_IsTheSame(string json) =>
        Assert.That(JsonSerializer.Serialize(JsonSerializer.Deserialize<AttributeValue>(json, Values), Values), Is.EqualTo(json));

    [Test]
    public void Value_None_IsNull() => Assert.That(JsonSerializer.Serialize(default(AttributeValue), Values), Is.EqualTo("null"));

    [TestCase("[]")]
    [TestCase("{}")]
    public void Value_NoScalar_IsRefused(string json) => Assert.That(() => JsonSerializer.Deserialize<AttributeValue>(json, Values), Throws.TypeOf<JsonException>());

    [Test]
    public void WriteTo_Stream_IsLeftOpen([Values] PlanFormat format)
    {
        using var stream = new MemoryStream();
        Plans.Small().WriteTo(stream, format);
        Assert.That(stream.CanWrite, Is.True);
    }

    [Test]
    public void WriteTo_StreamOfASchedule_IsLeftOpen([Values] ScheduleFormat format)
    {
        using var stream = new MemoryStream();
        Schedules.Small().WriteTo(stream, format);
        Assert.That(stream.CanWrite, Is.True);
    }

    [Test]
    public void WriteTo_Stream_EqualsTheText([Values] PlanFormat format)
    {
        using var stream = new MemoryStream();
        using var writer = new StringWriter();
        Plans.Small().WriteTo(stream, format);
        Plans.Small().WriteTo(writer, format);
        Assert.That(Encoding.UTF8.GetString(stream.ToArray()), Is.EqualTo(writer.ToString()));
    }

    [Test]
    public void WriteTo_StreamOfASchedule_EqualsTheText([Values] ScheduleFormat format)
    {
        using var stream = new MemoryStream();
        Schedules.Small().WriteTo(stream, format);
        Assert.That(Encoding.UTF8.GetString(stream.ToArray()), Is.EqualTo(Schedules.Write(Schedules.Small(), format)));
    }

    [Test]
    public void WriteTo_StreamWithAWidth_KeepsIt()
    {
        using var stream = new MemoryStream();
        Schedules.Small().WriteTo(stream, ScheduleFormat.Text, 45);
        Assert.That(Encoding.UTF8.GetString(stream.ToArray()), Is.EqualTo(Schedules.Small().ToText(45)));
    }

    [TestCase(40)]
    [TestCase(400)]
    public void ToText_WidthAtItsBound_IsAllowed(int width) => Assert.That(() => Schedules.Small().ToText(width), Throws.Nothing);

    private sealed class WrittenSizes : MemoryStream
    {
        public List<int> Sizes { get; } = [];

        public override void Write(ReadOnlySpan<byte> buffer) => Sizes.Add(buffer.Length);

        public override void Write(byte[] buffer, int offset, int count) => Sizes.Add(count);
    }
}
