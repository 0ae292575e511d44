using Halo.Results;

namespace Halo.Unit.Results.Reporting;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class SafeTextTests
{
    private const string Hostile = "a\u200bb\u001b[31m\ud83d<\u00ad";

    [Test]
    public void Visible_HiddenCharacters_AreEscapes() => Assert.That(SafeText.Visible(Hostile), Is.EqualTo(@"a\u200bb\u001b[31m\ud83d<\u00ad"));

    [Test]
    public void Html_HiddenCharacters_AreEscapes() => Assert.That(SafeText.Html(Hostile), Is.EqualTo(@"a\u200bb\u001b[31m\ud83d&lt;\u00ad"));

    [Test]
    public void Markdown_HiddenCharacters_AreEscapes() => Assert.That(SafeText.Markdown(Hostile), Is.EqualTo(@"a\\u200bb\\u001b\[31m\\ud83d&lt;\\u00ad"));

    [TestCase("a\nb\tc 😀", "a\nb\tc 😀")]
    [TestCase("\u001b[31m\u0085\0", @"\u001b[31m\u0085\u0000")]
    [TestCase("\uffff", @"\uffff")]
    public void Xml_WhatXmlCannotHold_IsAnEscape(string text, string expected) => Assert.That(SafeText.Xml(text), Is.EqualTo(expected));

    [Test]
    public void Xml_HalfAPair_IsAnEscape() => Assert.That(SafeText.Xml("\ude00\ud83d"), Is.EqualTo(@"\ude00\ud83d"));
}
