using System.Globalization;
using System.Numerics;
using System.Text;
using FsCheck.Fluent;

namespace Halo.Unit.Core;

/// <summary>Numbers are read as they are written, or refused: no other number takes their place.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class NumberTextTests
{
    [TestCase("0", "0")]
    [TestCase("-0.0", "0")]
    [TestCase("0e999999999999", "0")]
    [TestCase("1.0", "1")]
    [TestCase("1e3", "1000")]
    [TestCase("1.50", "1.5")]
    [TestCase("0.1", "0.1")]
    [TestCase("0.10000000000000001", "0.1")]
    [TestCase("12345678901234.5", "12345678901234.5")]
    [TestCase("9007199254740992", "9007199254740992")]
    [TestCase("9007199254740993", "9007199254740993")]
    [TestCase("-9007199254740993", "-9007199254740993")]
    [TestCase("9007199254740993.0", "9007199254740993")]
    [TestCase("1732572000123456789", "1732572000123456789")]
    [TestCase("9223372036854775807", "9223372036854775807")]
    [TestCase("-9223372036854775808", "-9223372036854775808")]
    [TestCase("1.7325720001234568E+18", "1732572000123456800")]
    [TestCase("1e20", "1E+20")]
    [TestCase("100000000000000000000", "1E+20")]
    [TestCase("1e300", "1E+300")]
    [TestCase("-1.7976931348623157E+308", "-1.7976931348623157E+308")]
    [TestCase("5E-324", "5E-324")]
    public void TryParse_NumberThatCanBeHeld_IsThatNumber(string text, string shown) =>
        Assert.That((NumberText.TryParse(text, out var number), number.ToString()), Is.EqualTo((true, shown)));

    [TestCase("9223372036854775808")]
    [TestCase("-9223372036854775809")]
    [TestCase("18446744073709551616")]
    [TestCase("1e400")]
    [TestCase("-1e400")]
    [TestCase("1e-400")]
    [TestCase("0.1000000000000000055511151231257827")]
    [TestCase("3.14159265358979323846")]
    [TestCase("9007199254740992.5")]
    [TestCase("9007199254740993.25")]
    [TestCase("123456789012345678901234567890.5")]
    [TestCase("0.00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000012345678901234567890123456789012345678901234567")]
    [TestCase("")]
    [TestCase("x")]
    [TestCase("1x")]
    [TestCase("NaN")]
    [TestCase("Infinity")]
    [TestCase("1,000")]
    [TestCase("\u0661")]
    public void TryParse_NumberThatCannotBeHeld_IsRefused(string text) =>
        Assert.That((NumberText.TryParse(text, out var number), number.Kind), Is.EqualTo((false, AttributeKind.None)));

    [Test]
    public void TryParse_TextOfBytes_IsReadAsThatOfCharacters() =>
        Assert.That(NumberText.TryParse("9007199254740993"u8, out var number) && number == 9007199254740993L, Is.True);

    [Test]
    public void TryParse_AnyDouble_IsReadBackFromEachOfItsForms() =>
        Check.ForAll(Gen.Choose(int.MinValue, int.MaxValue).Two(), 5_000, halves =>
        {
            var number = BitConverter.Int64BitsToDouble(((long)halves.Item1 << 32) | (uint)halves.Item2);
            if (!double.IsFinite(number)) return null;
            var failed = new[] { "R", "E16" }.Select(form => number.ToString(form, CultureInfo.InvariantCulture))
                .FirstOrDefault(text => !NumberText.TryParse(text, out var read) || !read.TryGetNumber(out var kept) || kept != number);
            return failed is null ? null : $"{failed} is not read as {number:R}";
        });

    // The definition by large integers: what was read, scaled, is what was written, or one of the two forms of its double.
    [Test]
    public void TryParse_AnyWholeNumber_IsExactOrRefused() =>
        Check.ForAll(from digits in Gen.Choose(1, 22) from text in Gen.Choose(0, 9).ArrayOf(digits) select string.Concat(text), 5_000, text =>
        {
            var written = BigInteger.Parse(text, CultureInfo.InvariantCulture);
            var isRead = NumberText.TryParse(Encoding.ASCII.GetBytes(text), out var number);
            if (written <= long.MaxValue) return isRead && number.TryGetInteger(out var whole) && whole == written ? null : $"{text} was read as {number}";
            return !isRead || (number.TryGetNumber(out var kept) && BigInteger.Parse(kept.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture) == written) ? null : $"{text} was read as {number}";
        });
}
