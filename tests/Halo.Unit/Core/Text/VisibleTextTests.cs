using System.Globalization;
using System.Text;

namespace Halo.Unit.Core;

/// <summary>What a reader would not see, or what would move other text, is shown as an escape.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class VisibleTextTests
{
    [TestCase(0x001F, true)]
    [TestCase(0x0020, false)]
    [TestCase(0x007E, false)]
    [TestCase(0x007F, true)]
    [TestCase(0x0080, true)]
    [TestCase(0x009F, true)]
    [TestCase(0x00A0, false, Description = "a blank is seen between words")]
    [TestCase(0x00AD, true)]
    [TestCase(0x034F, true)]
    [TestCase(0x0600, false, Description = "a format character, but seen before numbers")]
    [TestCase(0x061B, false)]
    [TestCase(0x061C, true)]
    [TestCase(0x115F, true)]
    [TestCase(0x180E, true)]
    [TestCase(0x200A, false)]
    [TestCase(0x200B, true)]
    [TestCase(0x200C, true)]
    [TestCase(0x200D, true)]
    [TestCase(0x200E, true)]
    [TestCase(0x200F, true)]
    [TestCase(0x2010, false)]
    [TestCase(0x2027, false)]
    [TestCase(0x2028, true)]
    [TestCase(0x2029, true)]
    [TestCase(0x202E, true)]
    [TestCase(0x202F, false)]
    [TestCase(0x2060, true)]
    [TestCase(0x2064, true)]
    [TestCase(0x2065, true)]
    [TestCase(0x2066, true)]
    [TestCase(0x2069, true)]
    [TestCase(0x206A, true)]
    [TestCase(0x2070, false)]
    [TestCase(0x3164, true)]
    [TestCase(0xD800, true)]
    [TestCase(0xDFFF, true)]
    [TestCase(0xFE0F, false, Description = "an emoji is drawn differently with it")]
    [TestCase(0xFEFF, true)]
    [TestCase(0xFFFD, false)]
    [TestCase(0x1F600, false)]
    [TestCase(0xE0001, true)]
    [TestCase(0xE007F, true)]
    [TestCase(0xE0100, true)]
    public void Of_Character_IsEscapedWhereItIsHidden(int character, bool isHidden)
    {
        var isPair = character > char.MaxValue;
        var text = isPair ? char.ConvertFromUtf32(character) : ((char)character).ToString();
        var escape = (isPair ? "\\U" : "\\u") + character.ToString(isPair ? "x8" : "x4", CultureInfo.InvariantCulture);
        Assert.That(VisibleText.Of($"a{text}b"), Is.EqualTo($"a{(isHidden ? escape : text)}b"));
    }

    [TestCase("", "")]
    [TestCase("plain", "plain")]
    [TestCase("\u001b[2J", "\\u001b[2J")]
    [TestCase("a\r\n\tb", "a\\r\\n\\tb")]
    [TestCase("\u009b31m", "\\u009b31m")]
    [TestCase("\u202Eabc", "\\u202eabc")]
    [TestCase("東京 größe 😀", "東京 größe 😀")]
    [TestCase("👩\u200d💻\u200b", "👩\\u200d💻\\u200b")]
    public void Of_Text_ShowsWhatIsHidden(string text, string expected) => Assert.That(VisibleText.Of(text), Is.EqualTo(expected));

    [Test]
    public void Of_HalvesOfPairs_AreEscapesAndWholePairsStay() =>
        Assert.That(VisibleText.Of("\ud83d\ud83d\ude00\ude00"), Is.EqualTo("\\ud83d😀\\ude00"));

    [Test]
    public void Of_AnyText_IsWellFormedAndHidesNothing()
    {
        var random = new Random(1);
        for (var round = 0; round < 2_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(20)).Select(_ => (char)random.Next(0x10000))]);
            var visible = VisibleText.Of(text);
            Assert.That(VisibleText.Of(visible), Is.EqualTo(visible), $"Seed 1, round {round}.");
            Assert.That(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(visible), Throws.Nothing, $"Seed 1, round {round}.");
        }
    }

    [Test]
    public void Of_NothingHidden_IsTheSameString()
    {
        var text = new string('ß', 3);
        Assert.That(VisibleText.Of(text), Is.SameAs(text));
    }
}
