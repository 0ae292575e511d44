using System.Globalization;

namespace Halo.Formats;

/// <summary>Numbers of the core schema of YAML 1.2.</summary>
internal static class YamlNumber
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
    private const int LargestPrefixed = 8; // digits of 32 bits in base 16; more than 32 bits are no number

    /// <summary>The number that a word without quotes is, infinite and undefined ones included; null when it is text.</summary>
    public static double? Of(string text) => text switch
    {
        "" => null,
        ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" => double.PositiveInfinity,
        "-.inf" or "-.Inf" or "-.INF" => double.NegativeInfinity,
        ".nan" or ".NaN" or ".NAN" => double.NaN,
        _ when IsDecimal(text) => double.Parse(text, Decimal, CultureInfo.InvariantCulture),
        _ => OfPrefixed(text),
    };

    /// <summary>A number in base 16 or 8, such as <c>0x1F</c> and <c>0o17</c>; null when it is none.</summary>
    public static double? OfPrefixed(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '0') return null;
        var digits = text[2..];
        if (text[1] == 'x') return digits.Length <= LargestPrefixed && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : null;
        if (text[1] != 'o' || digits.IndexOfAnyExceptInRange('0', '7') >= 0) return null;
        var octal = 0L;
        foreach (var digit in digits)
        {
            octal = (octal * 8) + (digit - '0');
            if (octal > uint.MaxValue) return null;
        }

        return (int)octal;
    }

    // [-+]? ( . [0-9]+ | [0-9]+ ( . [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        if (text[0] is '-' or '+') text = text[1..];
        var whole = CountDigits(text);
        text = text[whole..];
        if (!text.IsEmpty && text[0] == '.')
        {
            var fraction = CountDigits(text[1..]);
            if (whole + fraction == 0) return false;
            text = text[(1 + fraction)..];
        }
        else if (whole == 0)
        {
            return false;
        }

        if (text.IsEmpty) return true;
        if (text[0] is not ('e' or 'E')) return false;
        text = text[1..];
        if (!text.IsEmpty && text[0] is '-' or '+') text = text[1..];
        return !text.IsEmpty && CountDigits(text) == text.Length;
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
