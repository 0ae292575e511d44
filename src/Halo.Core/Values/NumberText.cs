using System.Globalization;
using System.Text;

namespace Halo.Core;

/// <summary>
/// Reads a decimal number into a value that stands for it exactly: a whole number of at most 64 bits, or a double. A decimal
/// stands for the double whose shortest form it is, or whose form with 17 digits it is: those are what programs write. A number
/// with more digits, or too large or too small, is refused, because another number would take its place.
/// </summary>
public static class NumberText
{
    private const int SafeLength = 15; // so many digits are always those of one double alone
    private const int MaxDigits = 40;  // no form of a double has as many

    /// <summary>Reads a number. O(length).</summary>
    /// <param name="text">The digits, with a sign, a point and an exponent where there are any.</param>
    /// <param name="value">The number; absent when the answer is false.</param>
    /// <returns>Whether the text is a number that a value can hold exactly.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out AttributeValue value)
    {
        Span<byte> utf8 = stackalloc byte[256];
        if (text.Length <= utf8.Length && Ascii.FromUtf16(text, utf8, out var length) == System.Buffers.OperationStatus.Done) return TryParse(utf8[..length], out value);
        value = default;
        return false;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, out AttributeValue)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, out AttributeValue value)
    {
        value = default;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            value = AttributeValue.Of(whole);
            return true;
        }

        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, style, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return false;
        if (text.Length <= SafeLength && text.IndexOfAny((byte)'e', (byte)'E') < 0)
        {
            value = AttributeValue.Of(number);
            return true;
        }

        Span<byte> digits = stackalloc byte[MaxDigits];
        if (!TrySplit(text, digits, out var count, out var exponent)) return false;
        if (TryMakeWhole(digits[..count], exponent, number < 0, out whole)) value = AttributeValue.Of(whole);
        else if (IsForm("R", number, digits[..count], exponent) || IsForm("E16", number, digits[..count], exponent)) value = AttributeValue.Of(number);
        return value.Kind != AttributeKind.None;
    }

    private static bool IsForm(string format, double number, ReadOnlySpan<byte> digits, int exponent)
    {
        Span<byte> form = stackalloc byte[64];
        Span<byte> formDigits = stackalloc byte[MaxDigits];
        return number.TryFormat(form, out var length, format, CultureInfo.InvariantCulture)
            && TrySplit(form[..length], formDigits, out var count, out var formExponent)
            && formExponent == exponent && formDigits[..count].SequenceEqual(digits);
    }

    // The number is digits x 10^exponent. Whole numbers of 64 bits have at most 19 digits.
    private static bool TryMakeWhole(ReadOnlySpan<byte> digits, int exponent, bool isNegative, out long whole)
    {
        whole = 0;
        if (exponent < 0 || digits.Length + exponent > 19) return false;
        Int128 sum = 0;
        foreach (var digit in digits) sum = (sum * 10) + (digit - '0');
        for (var i = 0; i < exponent; i++) sum *= 10;
        if (isNegative) sum = -sum;
        if (sum < long.MinValue || sum > long.MaxValue) return false;
        whole = (long)sum;
        return true;
    }

    /// <summary>Takes a number apart into its digits, without zeros at either end, and the power of ten of the last; false for too many digits.</summary>
    private static bool TrySplit(ReadOnlySpan<byte> text, Span<byte> digits, out int count, out int exponent)
    {
        (count, exponent) = (0, 0);
        var zeros = 0; // after the last other digit
        var isFraction = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is (byte)'e' or (byte)'E')
            {
                // A double was read from this text and is finite, so that an exponent beyond 32 bits belongs to a zero.
                if (int.TryParse(text[(i + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power)) exponent += power;
                break;
            }

            if (c == (byte)'.') isFraction = true;
            if (!char.IsAsciiDigit((char)c)) continue;
            if (isFraction) exponent--;
            if (c == (byte)'0')
            {
                zeros++;
                continue;
            }

            if (count == 0) zeros = 0;
            if (count + zeros >= digits.Length) return false;
            for (; zeros > 0; zeros--) digits[count++] = (byte)'0';
            digits[count++] = c;
        }

        exponent = count == 0 ? 0 : exponent + zeros;
        return true;
    }
}
