namespace Halo.Rules;

/// <summary>
/// The place of an attribute's number among all numbers that attributes can have: the doubles, and between those from 2^53 to 2^63
/// the whole numbers of 64 bits. Equal exactly when the numbers are equal.
/// </summary>
/// <param name="Floor">The largest double that is not above the number.</param>
/// <param name="Above">How far above it the number lies; always whole, and 0 for a double.</param>
internal readonly record struct ExactNumber(double Floor, long Above) : IComparable<ExactNumber>
{
    /// <summary>Below this magnitude every whole number is a double, so that doubles alone tell numbers apart.</summary>
    public const double DoublesSuffice = 9007199254740992.0;

    private const double TwoTo63 = 9223372036854775808.0;

    public static ExactNumber Of(double number) => new(number, 0);

    public static ExactNumber Of(long number)
    {
        var floor = (double)number;
        if (floor >= TwoTo63 || (long)floor > number) floor = Math.BitDecrement(floor);
        return new ExactNumber(floor, number - (long)floor);
    }

    /// <summary>The place of a value; null when it is not a number.</summary>
    public static ExactNumber? Of(AttributeValue value) =>
        value.TryGetInteger(out var whole) ? Of(whole) : value.TryGetNumber(out var number) ? Of(number) : null;

    /// <summary>The smallest double that is not below the number.</summary>
    public double Ceiling => Above == 0 ? Floor : Math.BitIncrement(Floor);

    /// <summary>The next larger number.</summary>
    public ExactNumber Next() => Above + 1 < StepAbove(Floor) ? this with { Above = Above + 1 } : Of(Math.BitIncrement(Floor));

    /// <summary>The next smaller number.</summary>
    public ExactNumber Previous()
    {
        if (Above > 0) return this with { Above = Above - 1 };
        var below = Math.BitDecrement(Floor);
        return new ExactNumber(below, Math.Max(1, StepAbove(below)) - 1);
    }

    public int CompareTo(ExactNumber other) => Floor.CompareTo(other.Floor) is var order && order != 0 ? order : Above.CompareTo(other.Above);

    public static bool operator <=(ExactNumber left, ExactNumber right) => left.Floor < right.Floor || (left.Floor == right.Floor && left.Above <= right.Above);

    public static bool operator >=(ExactNumber left, ExactNumber right) => right <= left;

    public static bool operator <(ExactNumber left, ExactNumber right) => !(right <= left);

    public static bool operator >(ExactNumber left, ExactNumber right) => right < left;

    // How far it is to the next double, where whole numbers of 64 bits may lie between; 0 elsewhere.
    private static long StepAbove(double number) =>
        number is >= -TwoTo63 and < TwoTo63 && Math.Abs(number) >= DoublesSuffice ? (long)(Math.BitIncrement(number) - number) : 0;
}
