namespace Halo.Unit.Core;

/// <summary>The name that was probably meant.</summary>
[TestFixture, Category("Unit")]
public sealed class SuggestionTests
{
    private static readonly string[] Known = ["priority", "explanation", "route", "when", "id"];

    [TestCase("priorty", "priority")]
    [TestCase("prioritY", "priority")]
    [TestCase("explantion", "explanation")]
    [TestCase("rout", "route")]
    [TestCase("ruote", "route")]
    [TestCase("wehn", "when")]
    [TestCase("wen", "when")]
    [TestCase("ids", "id")]
    public void For_SlipOfTheKeyboard_NamesTheClosest(string name, string meant) => Assert.That(Suggestion.For(name, Known, "none"), Is.EqualTo($"Did you mean '{meant}'?"));

    [TestCase("somethingElse")]
    [TestCase("")]
    [TestCase("zzzz")]
    public void For_NothingClose_GivesTheFallback(string name) => Assert.That(Suggestion.For(name, Known, "none"), Is.EqualTo("none"));

    [Test]
    public void For_DistanceOfAThird_IsCloseAndBeyondIsNot()
    {
        Assert.That(Suggestion.For("abcdef", ["abcdXY"], "none"), Is.EqualTo("Did you mean 'abcdXY'?"));
        Assert.That(Suggestion.For("abcdef", ["abcXYZ"], "none"), Is.EqualTo("none"));
    }

    [Test]
    public void For_TwoCandidates_NamesTheCloser() => Assert.That(Suggestion.For("builder", ["bilders", "builders"]), Does.Contain("'builders'"));

    [Test]
    public void For_NameOfOneCharacter_IsNeverClose() => Assert.That(Suggestion.For("x", ["y"], "none"), Is.EqualTo("none"));

    [Test]
    public void For_CandidateThatEndsWithTheName_IsAsFarAsWhatItHasBefore() => Assert.That(Suggestion.For("builder", ["a_builder", "builders"]), Does.Contain("'builders'"));

    [Test]
    public void For_EquallyClose_NamesTheFirst() => Assert.That(Suggestion.For("cat", ["car", "can"]), Does.Contain("'car'"));

    [Test]
    public void For_NamesOfTheLongestLength_AreStillCompared() => Assert.That(Suggestion.For(new string('a', 64), [new string('a', 63) + "b"]), Does.Contain("Did you mean"));

    [Test]
    public void For_LongerNames_AreNotCompared() =>
        Assert.That((Suggestion.For(new string('a', 65), [new string('a', 64)]), Suggestion.For(new string('a', 64), [new string('a', 65)])), Is.EqualTo(("", "")));

    [Test]
    public void For_MillionsOfCandidates_LooksAtTheFirstOnly()
    {
        var watch = WorkWatch.StartNew();
        for (var i = 0; i < 20; i++) Suggestion.For("abcdefghij", Enumerable.Range(0, 10_000_000).Select(n => "abcdefg" + (n % 1000)));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }
}
