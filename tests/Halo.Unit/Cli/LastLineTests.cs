using System.Text;
using Halo.Cli;

namespace Halo.Unit.Cli;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class LastLineTests
{
    [TestCase("", "")]
    [TestCase("one\ntwo\n", "two")]
    [TestCase("one\ntwo", "two")]
    [TestCase("one\n \t\r\n\n", "one")]
    [TestCase("one\n  ", "one")]
    [TestCase("  a b \r\n", "a b")]
    public void Read_OfAStream_IsTheLastLineWithText(string stream, string expected) => Assert.That(Of(stream), Is.EqualTo((expected, false)));

    [Test]
    public void Read_LongestLine_IsWhole() => Assert.That(Of(new string('x', LastLine.Most) + "\n"), Is.EqualTo((new string('x', LastLine.Most), false)));

    [TestCase("")]
    [TestCase("\n\n")]
    public void Read_LineOneByteLonger_SaysThatItIsCut(string end) => Assert.That(Of(new string('x', LastLine.Most + 1) + end).IsCut, Is.True);

    [Test]
    public void Read_TextAfterWhatIsKept_IsNotTakenForBlank() => Assert.That(Of("one\n" + new string(' ', LastLine.Most) + "x").IsCut, Is.True);

    [Test]
    public void Read_ShortLineAfterALongOne_IsWhole() => Assert.That(Of(new string('x', LastLine.Most + 1) + "\nb\nc\n"), Is.EqualTo(("c", false)));

    private static (string Text, bool IsCut) Of(string stream)
    {
        var last = new LastLine();
        foreach (var chunk in Encoding.UTF8.GetBytes(stream).Chunk(4096)) last.Add(chunk);
        return last.Read();
    }
}
