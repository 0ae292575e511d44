namespace Halo.Routing;

/// <summary>The attribute is a number within bounds. A bound that is not given is infinite.</summary>
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
    /// <summary>The smallest double inside: an exclusive bound moves up by one representable number.</summary>
    internal double Low => MinimumInclusive ? Minimum : Math.BitIncrement(Minimum);

    /// <summary>The largest double inside: an exclusive bound moves down by one representable number.</summary>
    internal double High => MaximumInclusive ? Maximum : Math.BitDecrement(Maximum);

    /// <summary>Whether no number can be inside, or a bound is not a number.</summary>
    public bool IsEmpty => !(Math.Max(Low, double.MinValue) <= Math.Min(High, double.MaxValue));

    /// <summary>Whether a number is inside. O(1).</summary>
    public bool Contains(double number) => number >= Low && number <= High;

    // The hash of a double is known to everyone, and bounds could be chosen to collide.
    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Attribute, KeyedHash.Of(Minimum), KeyedHash.Of(Maximum), MinimumInclusive, MaximumInclusive);

    /// <inheritdoc/>
    public override string ToString() => ConditionText.Render(this);
}
