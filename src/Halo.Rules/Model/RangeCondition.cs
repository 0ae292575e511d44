namespace Halo.Routing;

/// <summary>
/// The attribute is a number within bounds. A bound that is not given is infinite. Numbers and bounds are compared exactly, also
/// whole numbers that no double holds.
/// </summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Minimum">The lower bound, negative infinity for none.</param>
/// <param name="Maximum">The upper bound, positive infinity for none.</param>
/// <param name="MinimumInclusive">Whether the lower bound itself is inside (<c>gte</c>, else <c>gt</c>).</param>
/// <param name="MaximumInclusive">Whether the upper bound itself is inside (<c>lte</c>, else <c>lt</c>).</param>
public sealed record RangeCondition(
    string Attribute,
    double Minimum = double.NegativeInfinity,
    double Maximum = double.PositiveInfinity,
    bool MinimumInclusive = true,
    bool MaximumInclusive = true) : AttributeCondition(Attribute)
{
    /// <summary>The lower bound where it is a whole number that no double holds; <see cref="Minimum"/> is then the nearest double. Default null.</summary>
    public long? WholeMinimum { get; init; }

    /// <summary>The upper bound where it is a whole number that no double holds; <see cref="Maximum"/> is then the nearest double. Default null.</summary>
    public long? WholeMaximum { get; init; }

    /// <summary>Whether no number can be inside, or a bound is not a number.</summary>
    public bool IsEmpty =>
        double.IsNaN(Minimum) || double.IsNaN(Maximum)
        || !(Smallest <= Largest && Smallest <= ExactNumber.Of(double.MaxValue) && Largest >= ExactNumber.Of(double.MinValue));

    /// <summary>The smallest number inside: an exclusive bound moves up by one number.</summary>
    internal ExactNumber Smallest => MinimumInclusive ? End(Minimum, WholeMinimum) : End(Minimum, WholeMinimum).Next();

    /// <summary>The largest number inside: an exclusive bound moves down by one number.</summary>
    internal ExactNumber Largest => MaximumInclusive ? End(Maximum, WholeMaximum) : End(Maximum, WholeMaximum).Previous();

    /// <summary>No number inside is below this double.</summary>
    internal double Low => Smallest.Floor;

    /// <summary>No number inside is above this double.</summary>
    internal double High => Largest.Ceiling;

    /// <summary>A range between bounds, which are numbers or absent for none. Exact also where no double holds a bound.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="minimum">The lower bound.</param>
    /// <param name="maximum">The upper bound.</param>
    /// <param name="minimumInclusive">Whether the lower bound itself is inside.</param>
    /// <param name="maximumInclusive">Whether the upper bound itself is inside.</param>
    public static RangeCondition Of(string attribute, AttributeValue minimum, AttributeValue maximum, bool minimumInclusive = true, bool maximumInclusive = true) =>
        new(attribute, DoubleOf(minimum, double.NegativeInfinity), DoubleOf(maximum, double.PositiveInfinity), minimumInclusive, maximumInclusive)
        {
            WholeMinimum = WholeOf(minimum),
            WholeMaximum = WholeOf(maximum),
        };

    /// <summary>Whether a number is inside. O(1).</summary>
    public bool Contains(double number) => ExactNumber.Of(number) is var exact && Smallest <= exact && exact <= Largest;

    /// <summary>Whether a value is a number inside. O(1).</summary>
    public bool Contains(AttributeValue value) => ExactNumber.Of(value) is { } exact && Smallest <= exact && exact <= Largest;

    // The hash of a double is known to everyone, and bounds could be chosen to collide.
    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Attribute, KeyedHash.Of(Minimum), KeyedHash.Of(Maximum), KeyedHash.Of((ulong)(WholeMinimum ?? 0)), KeyedHash.Of((ulong)(WholeMaximum ?? 0)), MinimumInclusive, MaximumInclusive);

    /// <inheritdoc/>
    public override string ToString() => ConditionText.Render(this);

    private static ExactNumber End(double bound, long? whole) => whole is { } exact ? ExactNumber.Of(exact) : ExactNumber.Of(bound);

    private static double DoubleOf(AttributeValue bound, double none) => bound.TryGetNumber(out var number) ? number : none;

    private static long? WholeOf(AttributeValue bound) =>
        bound.TryGetInteger(out var whole) && AttributeValue.Of((double)whole) != bound ? whole : null;
}
