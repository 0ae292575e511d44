namespace Halo.Unit.Core;

/// <summary>The texts that inputs may hold.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class TextRulesTests
{
    [Test]
    public void OfName_EveryCharacter_RefusesExactlyControlCharacters()
    {
        for (var c = '\0'; c < '\ud800'; c++) Assert.That(TextRules.OfName("a" + c) is not null, Is.EqualTo(char.IsControl(c)), $"U+{(int)c:X4}");
    }

    [Test]
    public void OfValue_EveryCharacter_RefusesControlCharactersButTabsAndLineBreaks()
    {
        for (var c = '\0'; c < '\ud800'; c++) Assert.That(TextRules.OfValue("a" + c) is not null, Is.EqualTo(char.IsControl(c) && c is not ('\t' or '\n' or '\r')), $"U+{(int)c:X4}");
    }

    [TestCase("a\n\0b", "holds the control character U+0000 at position 3")]
    [TestCase("a\0b", "holds the control character U+0000 at position 2")]
    [TestCase("\u009b", "holds the control character U+009B at position 1")]
    public void OfValue_FaultyText_SaysWhatIsWrong(string text, string says) => Assert.That(TextRules.OfValue(text)?.Message, Is.EqualTo(says));

    [Test]
    public void Each_HalfOfASurrogatePair_IsAFault() =>
        Assert.That(new[] { TextRules.OfName("a\ud800"), TextRules.OfValue("a\ud800"), TextRules.OfText("a\ud800") }.Select(fault => fault?.Message), Is.All.EqualTo("holds half of a surrogate pair"));

    [Test]
    public void OfText_ControlCharacters_AreAllowed() => Assert.That(TextRules.OfText("a\tb\nc\0"), Is.Null);

    [Test]
    public void Each_TextAtItsLimit_IsAllowedAndOneMoreIsNot()
    {
        var (name, text) = (new string('x', TextRules.MaxNameLength), new string('x', TextRules.MaxTextLength));
        Assert.That((TextRules.OfName(name), TextRules.OfValue(text), TextRules.OfText(text)), Is.EqualTo(((TextFault?)null, (TextFault?)null, (TextFault?)null)));
        Assert.That(TextRules.OfName(name + "x")?.Message, Is.EqualTo("is 10001 characters long; 10000 are allowed"));
        Assert.That(TextRules.OfValue(text + "x")?.Message, Is.EqualTo("is 1000001 characters long; 1000000 are allowed"));
        Assert.That(TextRules.OfText(text + "x")?.Message, Is.EqualTo("is 1000001 characters long; 1000000 are allowed"));
    }

    [Test]
    public void OfName_Null_Throws() => Assert.Throws<ArgumentNullException>(() => TextRules.OfName(null!));

    [Test]
    public void Error_MessageAsLongAsAFile_IsCut()
    {
        var faults = new DiagnosticBag();
        faults.Error("HALO001", $"Task '{new string('x', 100_000)}' is wrong.", "y");
        Assert.That((faults.ToList()[0].Message.Length < 4_000, faults.ToList()[0].Message[^9..]), Is.EqualTo((true, "is wrong.")));
    }

    [Test]
    public void OfName_CutWithinASurrogatePair_KeepsCharactersWhole()
    {
        var text = string.Concat(Enumerable.Repeat("\U0001F600", 500));
        Assert.That(new[] { text, "x" + text }.Select(ShortenedText.OfName).All(WellFormedText.IsValid));
    }
}
