using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Halo.Routing;

/// <summary>
/// A typed attribute value: a string, a number or a boolean. The default value is absent. A number is a finite double or any
/// whole number of 64 bits, held exactly: 9007199254740993 is not 9007199254740992.
/// The number 1 equals 1.0, but neither <c>"1"</c> nor <c>true</c>. Strings compare ordinally.
/// </summary>
/// <remarks>
/// Sixteen bytes: the reference is the text or a marker of the kind, the bits hold the rest. A number that a double holds is
/// always kept as that double, so that equal numbers have equal bits; other whole numbers are kept as 64-bit integers.
/// </remarks>
[JsonConverter(typeof(AttributeValueConverter))]
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Of(...) is the named alternate of every conversion.")]
public readonly struct AttributeValue : IEquatable<AttributeValue>
{
    private const double TwoTo63 = 9223372036854775808.0;

    private static readonly object NumberMarker = new();
    private static readonly object WholeMarker = new(); // a whole number that no double holds
    private static readonly object BooleanMarker = new();

    private readonly object? _textOrMarker;
    private readonly long _bits;

    private AttributeValue(object? textOrMarker, long bits)
    {
        _textOrMarker = textOrMarker;
        _bits = bits;
    }

    /// <summary>The kind of the value.</summary>
    public AttributeKind Kind =>
        _textOrMarker is null ? AttributeKind.None
        : ReferenceEquals(_textOrMarker, NumberMarker) ? AttributeKind.Number
        : ReferenceEquals(_textOrMarker, BooleanMarker) ? AttributeKind.Boolean
        : ReferenceEquals(_textOrMarker, WholeMarker) ? AttributeKind.Number
        : AttributeKind.String;

    /// <summary>A string value; <see langword="null"/> gives the absent value.</summary>
    public static AttributeValue Of(string? text) => new(text, 0);

    /// <summary>A number value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public static AttributeValue Of(double number) =>
        double.IsFinite(number)
            ? new AttributeValue(NumberMarker, BitConverter.DoubleToInt64Bits(number + 0.0)) // + 0.0 turns -0.0 into 0.0, so that equal numbers have equal bits
            : throw new ArgumentOutOfRangeException(nameof(number), number, "An attribute's number must be finite.");

    /// <summary>A whole number, held exactly.</summary>
    public static AttributeValue Of(long number) => IsDouble(number) ? Of((double)number) : new AttributeValue(WholeMarker, number);

    /// <summary>A boolean value.</summary>
    public static AttributeValue Of(bool flag) => new(BooleanMarker, flag ? 1 : 0);

    /// <summary>Converts a string; <see langword="null"/> gives the absent value.</summary>
    public static implicit operator AttributeValue(string? text) => Of(text);

    /// <summary>Converts a finite number.</summary>
    public static implicit operator AttributeValue(double number) => Of(number);

    /// <summary>Converts a whole number, exactly.</summary>
    public static implicit operator AttributeValue(long number) => Of(number);

    /// <summary>Converts a boolean.</summary>
    public static implicit operator AttributeValue(bool flag) => Of(flag);

    /// <summary>The text, when the kind is <see cref="AttributeKind.String"/>.</summary>
    public bool TryGetString([NotNullWhen(true)] out string? text)
    {
        text = _textOrMarker as string;
        return text is not null;
    }

    /// <summary>
    /// The number, when the kind is <see cref="AttributeKind.Number"/>; for a whole number that no double holds, the nearest double.
    /// </summary>
    public bool TryGetNumber(out double number)
    {
        if (ReferenceEquals(_textOrMarker, NumberMarker))
        {
            number = BitConverter.Int64BitsToDouble(_bits);
            return true;
        }

        number = _bits;
        return ReferenceEquals(_textOrMarker, WholeMarker);
    }

    /// <summary>The number, when it is whole and has at most 64 bits.</summary>
    public bool TryGetInteger(out long number)
    {
        number = _bits;
        if (ReferenceEquals(_textOrMarker, WholeMarker)) return true;
        if (!ReferenceEquals(_textOrMarker, NumberMarker)) return false;
        var value = BitConverter.Int64BitsToDouble(_bits);
        if (value is < long.MinValue or >= TwoTo63 || !double.IsInteger(value)) return false;
        number = (long)value;
        return true;
    }

    /// <summary>The boolean, when the kind is <see cref="AttributeKind.Boolean"/>.</summary>
    public bool TryGetBoolean(out bool flag)
    {
        flag = _bits != 0;
        return ReferenceEquals(_textOrMarker, BooleanMarker);
    }

    /// <inheritdoc/>
    public bool Equals(AttributeValue other)
    {
        if (ReferenceEquals(_textOrMarker, other._textOrMarker)) return _bits == other._bits;
        return _textOrMarker is string text && other._textOrMarker is string otherText && string.Equals(text, otherText, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is AttributeValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _textOrMarker switch
    {
        null => 0,
        string text => (int)KeyedHash.Of(text),
        _ => (int)KeyedHash.Of((ulong)_bits) ^ (ReferenceEquals(_textOrMarker, BooleanMarker) ? 1 : 0),
    };

    /// <summary>
    /// The value as rules and messages show it: text as it is, whole numbers of 64 bits with all their digits, other numbers in
    /// their shortest invariant form, <c>true</c> and <c>false</c>, <c>(absent)</c>.
    /// </summary>
    public override string ToString() => Kind switch
    {
        AttributeKind.String => (string)_textOrMarker!,
        AttributeKind.Number when TryGetInteger(out var whole) => whole.ToString(CultureInfo.InvariantCulture),
        AttributeKind.Number => BitConverter.Int64BitsToDouble(_bits).ToString("R", CultureInfo.InvariantCulture),
        AttributeKind.Boolean => _bits != 0 ? "true" : "false",
        _ => "(absent)",
    };

    /// <summary>Whether two values have the same kind and content.</summary>
    public static bool operator ==(AttributeValue left, AttributeValue right) => left.Equals(right);

    /// <summary>Whether two values differ in kind or content.</summary>
    public static bool operator !=(AttributeValue left, AttributeValue right) => !left.Equals(right);

    // The largest integers round up to 2^63, which is not one of them.
    private static bool IsDouble(long number) => (double)number < TwoTo63 && (long)(double)number == number;
}
