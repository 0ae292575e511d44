using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Halo.Routing;

/// <summary>
/// A typed attribute value: a string, a finite number or a boolean. The default value is absent.
/// The number 1 equals 1.0, but neither <c>"1"</c> nor <c>true</c>. Strings compare ordinally.
/// </summary>
/// <remarks>Sixteen bytes: the reference is the text or a marker of the kind, the double holds the rest.</remarks>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Of(...) is the named alternate of every conversion.")]
public readonly struct AttributeValue : IEquatable<AttributeValue>
{
    private static readonly object NumberMarker = new();
    private static readonly object BooleanMarker = new();

    private readonly object? _textOrMarker;
    private readonly double _number;

    private AttributeValue(object? textOrMarker, double number)
    {
        _textOrMarker = textOrMarker;
        _number = number;
    }

    /// <summary>The kind of the value.</summary>
    public AttributeKind Kind =>
        _textOrMarker is null ? AttributeKind.None
        : ReferenceEquals(_textOrMarker, NumberMarker) ? AttributeKind.Number
        : ReferenceEquals(_textOrMarker, BooleanMarker) ? AttributeKind.Boolean
        : AttributeKind.String;

    /// <summary>A string value; <see langword="null"/> gives the absent value.</summary>
    public static AttributeValue Of(string? text) => new(text, 0);

    /// <summary>A number value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public static AttributeValue Of(double number) =>
        double.IsFinite(number)
            ? new AttributeValue(NumberMarker, number + 0.0) // + 0.0 turns -0.0 into 0.0, so that equal numbers have equal bits
            : throw new ArgumentOutOfRangeException(nameof(number), number, "An attribute's number must be finite.");

    /// <summary>A boolean value.</summary>
    public static AttributeValue Of(bool flag) => new(BooleanMarker, flag ? 1 : 0);

    /// <summary>Converts a string; <see langword="null"/> gives the absent value.</summary>
    public static implicit operator AttributeValue(string? text) => Of(text);

    /// <summary>Converts a finite number.</summary>
    public static implicit operator AttributeValue(double number) => Of(number);

    /// <summary>Converts a boolean.</summary>
    public static implicit operator AttributeValue(bool flag) => Of(flag);

    /// <summary>The text, when the kind is <see cref="AttributeKind.String"/>.</summary>
    public bool TryGetString([NotNullWhen(true)] out string? text)
    {
        text = _textOrMarker as string;
        return text is not null;
    }

    /// <summary>The number, when the kind is <see cref="AttributeKind.Number"/>.</summary>
    public bool TryGetNumber(out double number)
    {
        number = _number;
        return ReferenceEquals(_textOrMarker, NumberMarker);
    }

    /// <summary>The boolean, when the kind is <see cref="AttributeKind.Boolean"/>.</summary>
    public bool TryGetBoolean(out bool flag)
    {
        flag = _number != 0;
        return ReferenceEquals(_textOrMarker, BooleanMarker);
    }

    /// <inheritdoc/>
    public bool Equals(AttributeValue other)
    {
        if (ReferenceEquals(_textOrMarker, other._textOrMarker)) return _number.Equals(other._number);
        return _textOrMarker is string text && other._textOrMarker is string otherText && string.Equals(text, otherText, StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is AttributeValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _textOrMarker switch
    {
        null => 0,
        string text => (int)KeyedHash.Of(text),
        _ => (int)KeyedHash.Of(BitConverter.DoubleToUInt64Bits(_number)) ^ (ReferenceEquals(_textOrMarker, BooleanMarker) ? 1 : 0),
    };

    /// <summary>The value as rules and messages show it: text as it is, invariant numbers, <c>true</c> and <c>false</c>, <c>(absent)</c>.</summary>
    public override string ToString() => Kind switch
    {
        AttributeKind.String => (string)_textOrMarker!,
        AttributeKind.Number => _number.ToString("R", CultureInfo.InvariantCulture),
        AttributeKind.Boolean => _number != 0 ? "true" : "false",
        _ => "(absent)",
    };

    /// <summary>Whether two values have the same kind and content.</summary>
    public static bool operator ==(AttributeValue left, AttributeValue right) => left.Equals(right);

    /// <summary>Whether two values differ in kind or content.</summary>
    public static bool operator !=(AttributeValue left, AttributeValue right) => !left.Equals(right);
}
