using System.Text;

namespace Halo.Unit.Core;

/// <summary>Text with half a surrogate pair, which no output format can carry.</summary>
[TestFixture, Category("Unit")]
public sealed class WellFormedTextTests
{
    private static readonly char[] Units = ['a', '\uD7FF', '\uD800', '\uDBFF', '\uDC00', '\uDFFF', '\uE000'];

    [Test]
    public void IsValid_EveryTextOfUpToFourUnits_AgreesWithTheStrictEncoder()
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        foreach (var text in Texts(4)) Assert.That(WellFormedText.IsValid(text), Is.EqualTo(CanEncode(strict, text)), string.Join(' ', text.Select(c => $"{(int)c:X4}")));
    }

    [Test]
    public void IsValid_PairsAfterLongText_AreFound()
    {
        var text = new string('x', 1_000);
        Assert.That((WellFormedText.IsValid(text + "\U0001F600"), WellFormedText.IsValid(text + "\uD83D"), WellFormedText.IsValid("\uDE00" + text)), Is.EqualTo((true, false, false)));
    }

    private static IEnumerable<string> Texts(int most) =>
        most == 0 ? [""] : Texts(most - 1).SelectMany(text => Units.Select(unit => text + unit)).Concat(Texts(most - 1)).Distinct(StringComparer.Ordinal);

    private static bool CanEncode(Encoding strict, string text)
    {
        try
        {
            strict.GetBytes(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
