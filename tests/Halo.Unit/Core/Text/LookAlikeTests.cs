namespace Halo.Unit.Core;

/// <summary>Names that look the same. The tests run without the data of a culture, where .NET normalizes nothing.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class LookAlikeTests
{
    [TestCase("caf\u00e9", "cafe\u0301", TestName = "composed and decomposed")]
    [TestCase("\u1e9b\u0323", "\u017f\u0323\u0307", TestName = "marks in another order")]
    [TestCase("\uac01", "\u1100\u1161\u11a8", TestName = "Hangul syllable of three parts")]
    [TestCase("\uac00", "\u1100\u1161", TestName = "Hangul syllable of two parts")]
    [TestCase("\ufb01le", "file", TestName = "ligature")]
    [TestCase("\uff21", "A", TestName = "full width")]
    [TestCase("\U0001d400", "A", TestName = "mathematical letter")]
    [TestCase("build", "BUILD", TestName = "case")]
    [TestCase("STRASSE\u00c9", "strasse\u00e9", TestName = "case of a letter with a mark")]
    [TestCase("a\u200bb", "ab", TestName = "zero width space")]
    [TestCase("a\u00adb", "ab", TestName = "soft hyphen")]
    [TestCase("\u2066ab\u2069", "ab", TestName = "marks of direction")]
    [TestCase("a\ufe0fb", "ab", TestName = "variation selector")]
    [TestCase("a\u3164", "a", TestName = "Hangul filler")]
    [TestCase("a ", "a", TestName = "blank at the end")]
    [TestCase("a\u00a0b", "a b", TestName = "no-break space")]
    [TestCase("\u0430gent", "agent", TestName = "Cyrillic letter")]
    [TestCase("\u0391", "A", TestName = "Greek letter")]
    public void KeyOf_NamesThatLookTheSame_AreEqualButForCase(string one, string other) => Assert.That(LookAlike.KeyOf(one), Is.EqualTo(LookAlike.KeyOf(other)).IgnoreCase);

    [TestCase("cafe", "caf\u00e9")]
    [TestCase("a b", "ab")]
    [TestCase("a1", "al")]
    [TestCase("\u4e2d", "\u56fd")]
    public void KeyOf_OtherNames_Differ(string one, string other) => Assert.That(LookAlike.KeyOf(one), Is.Not.EqualTo(LookAlike.KeyOf(other)).IgnoreCase);

    [TestCase("caf\u00e9", "cafe\u0301", "U+00E9 where the other has U+0065 U+0301")]
    [TestCase("ab", "a\u200bb", "nothing where the other has U+200B")]
    [TestCase("a\U0001d400", "aA", "U+1D400 where the other has U+0041")]
    [TestCase("a b", "a\u00a0b", "U+0020 where the other has U+00A0")]
    [TestCase("ab", "AB", null)]
    [TestCase("ab", "ac", null)]
    public void Difference_TwoNames_ShowsCodePointsWhereTheyAreNeeded(string one, string other, string? expected) => Assert.That(LookAlike.Difference(one, other), Is.EqualTo(expected));

    [Test]
    public void For_NameThatLooksTheSame_SaysHowItDiffers() =>
        Assert.That(Suggestion.For("cafe\u0301", ["coffee", "caf\u00e9"]), Is.EqualTo("Did you mean 'caf\u00e9'? It has U+00E9 where the other has U+0065 U+0301."));

    [Test]
    public void For_LookAlikeFarBehind_IsFound() =>
        Assert.That(Suggestion.For("a\u200b50000", Enumerable.Range(0, 60_000).Select(i => $"a{i}")), Is.EqualTo("Did you mean 'a50000'? It has nothing where the other has U+200B."));

    [Test]
    public void For_ManyNamesInNoAscii_LooksAtSomeOnly()
    {
        string[] names = [.. Enumerable.Range(0, 100_000).Select(i => $"\u540d\u524d{i}")];
        var watch = WorkWatch.StartNew();
        for (var i = 0; i < 50; i++) Suggestion.For($"\u540d{i}\u524d\u540d\u524d", names);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }

    [Test]
    public void Create_UnknownDependencyThatLooksTheSame_SaysHowItDiffers() =>
        Assert.That(Faults.Only(() => TaskGraph.Create([new TaskNode("caf\u00e9", "x"), new TaskNode("t", "x") { DependsOn = ["cafe\u0301"] }])).Help,
            Is.EqualTo("Did you mean 'caf\u00e9'? It has U+00E9 where the other has U+0065 U+0301."));

    [Test]
    public void For_OtherLetterOfAnotherScript_SaysHowItDiffers() =>
        Assert.That(Suggestion.For("b\u0443ild", ["b\u028fild"]), Does.Contain("It has U+028F where the other has U+0443."));
}
