using System.Globalization;

namespace Halo.Formats;

/// <summary>
/// The operator <c>==</c> of workflow expressions, as the runner evaluates it: text ignores case, and values of two kinds are
/// compared as numbers, so that <c>14</c> equals <c>'14'</c> and <c>true</c> equals <c>1</c>. Maps and lists equal nothing.
/// </summary>
internal static class ExpressionEquality
{
    private const string NumberFormat = "G15"; // the digits of a number that is written into an expression

    /// <summary>Whether a value equals a literal; null is a value that is not there.</summary>
    public static bool AreEqual(DataNode? value, DataNode literal)
    {
        if (value is not null && value.Kind != DataKind.Scalar) return false;
        var (left, right) = (KindOf(value), KindOf(literal));
        if (left != right) return ToNumber(value) == Rounded(ToNumber(literal), right);
        return left switch
        {
            AttributeKind.None => true,
            AttributeKind.String => string.Equals(value!.Text, literal.Text, StringComparison.OrdinalIgnoreCase),
            _ => ToNumber(value) == Rounded(ToNumber(literal), right),
        };
    }

    /// <summary>What is found under a key, or under a number in a list; null when there is nothing.</summary>
    public static DataNode? Find(DataNode? collection, string key)
    {
        if (collection is null || collection.Kind == DataKind.Scalar) return null;
        if (collection.Kind == DataKind.Map)
        {
            var at = collection.Keys.FindIndex(name => string.Equals(name, key, StringComparison.OrdinalIgnoreCase));
            return at < 0 ? null : collection.Items[at];
        }

        var index = Math.Floor(ParseNumber(key));
        return index >= 0 && index < collection.Items.Count ? collection.Items[(int)index] : null;
    }

    private static AttributeKind KindOf(DataNode? value) => value is null ? AttributeKind.None : value.Number is null ? value.Value.Kind : AttributeKind.Number;

    private static double ToNumber(DataNode? value)
    {
        if (value is null || value.IsNull) return 0;
        if (value.Number is { } number) return number;
        return value.Value.TryGetBoolean(out var flag) ? flag ? 1 : 0 : ParseNumber(value.Text);
    }

    // A literal passes through the text of an expression, which keeps fifteen digits.
    private static double Rounded(double number, AttributeKind kind) => kind == AttributeKind.Number && double.IsFinite(number)
        ? double.Parse(number.ToString(NumberFormat, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : number;

    /// <summary>A text as a number, by the rules of JavaScript; NaN when it is none.</summary>
    private static double ParseNumber(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty) return 0;
        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(trimmed, Styles, CultureInfo.InvariantCulture, out var number) ? number : YamlNumber.OfPrefixed(trimmed) ?? double.NaN;
    }
}
