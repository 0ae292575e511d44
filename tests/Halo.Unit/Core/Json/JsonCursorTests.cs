namespace Halo.Unit.Core;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class JsonCursorTests
{
    [Test]
    public void Fault_WithAPlace_IsReportedThere()
    {
        var faults = new DiagnosticBag();
        var cursor = Cursor("1", faults);
        cursor.Fault("C", "It is wrong.", location: new SourceLocation("other.json", 7));
        cursor.Fault("C", "It is wrong.");
        Assert.That(faults.ToList().Select(fault => fault.Location), Is.EqualTo(new[] { new SourceLocation("other.json", 7), new SourceLocation("f.json", 1, 1) }));
    }

    [Test]
    public void Fault_BeyondTheLimit_IsCountedOnce()
    {
        var faults = new DiagnosticBag(limit: 1);
        var cursor = Cursor("1", faults);
        for (var i = 0; i < 4; i++) cursor.Fault("C", "It is wrong.");
        Assert.That(faults.ToList()[1].Message, Is.EqualTo("At least 3 more faults are not listed."));
    }

    [Test]
    public void ReadStrings_OtherElements_AreReportedAndLeftOut()
    {
        var faults = new DiagnosticBag();
        var cursor = Cursor("[\"a\",\n5,\n\"b\", [1]]", faults);
        cursor.Reader.Read();
        Assert.That(cursor.ReadStrings("'types'"), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(faults.ToList().Select(fault => (fault.Location.Line, fault.Message)), Is.EqualTo(new[]
        {
            (2, "an element of 'types' must be a string, not a number."), (3, "an element of 'types' must be a string, not an array."),
        }));
    }

    // Texts are remembered by a hash of few bits, so that many share a place.
    [Test]
    public void Text_ManyTexts_AreEachThemselves()
    {
        string[] texts = [.. Enumerable.Range(0, 3_000).Select(i => $"text{i % 1_000}"), new('x', 64), new('x', 65), "\\u0061", "a", "\\u0061"];
        var cursor = Cursor($"[{string.Join(',', texts.Select(text => $"\"{text}\""))}]", new DiagnosticBag());
        cursor.Reader.Read();
        Assert.That(cursor.ReadStrings("'texts'"), Is.EqualTo(texts.Select(text => text.Replace("\\u0061", "a", StringComparison.Ordinal))));
    }

    private static JsonCursor Cursor(string json, DiagnosticBag faults) => new(System.Text.Encoding.UTF8.GetBytes(json), "f.json", faults, InputLimits.Default);
}
