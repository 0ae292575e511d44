namespace Halo.Unit.Rules.Model;

/// <summary>Bounds of ranges, and when no number can be inside.</summary>
[TestFixture, Category("Unit")]
public sealed class RangeConditionTests
{
    [TestCase(1, 2, true, true, false)]
    [TestCase(1, 1, true, true, false)]
    [TestCase(1, 1, false, true, true)]
    [TestCase(1, 1, true, false, true)]
    [TestCase(2, 1, true, true, true)]
    [TestCase(double.NaN, 1, true, true, true)]
    [TestCase(1, double.NaN, true, true, true)]
    [TestCase(double.NegativeInfinity, double.PositiveInfinity, true, true, false)]
    [TestCase(double.NegativeInfinity, double.PositiveInfinity, false, false, false)]
    [TestCase(double.PositiveInfinity, double.PositiveInfinity, true, true, true)]
    [TestCase(double.NegativeInfinity, double.NegativeInfinity, true, true, true)]
    [TestCase(double.MaxValue, double.PositiveInfinity, false, true, true)]
    [TestCase(double.NegativeInfinity, double.MinValue, true, false, true)]
    [TestCase(-0.0, 0.0, true, true, false)]
    public void IsEmpty_OfBounds_SaysWhetherAnyNumberIsInside(double minimum, double maximum, bool minimumInclusive, bool maximumInclusive, bool empty) =>
        Assert.That(new RangeCondition("a", minimum, maximum, minimumInclusive, maximumInclusive).IsEmpty, Is.EqualTo(empty));

    [Test]
    public void IsEmpty_ExclusiveNeighbors_IsTrue() =>
        Assert.That(new RangeCondition("a", 1, Math.BitIncrement(1.0), MinimumInclusive: false, MaximumInclusive: false).IsEmpty, Is.True);

    [TestCase(0.0)]
    [TestCase(-0.0)]
    [TestCase(1e-300)]
    [TestCase(1.0)]
    [TestCase(-1e300)]
    public void Contains_BoundItself_OnlyWhenInclusive(double bound)
    {
        bool[] inside =
        [
            new RangeCondition("a", Minimum: bound).Contains(bound), new RangeCondition("a", Maximum: bound).Contains(bound),
            new RangeCondition("a", Minimum: bound, MinimumInclusive: false).Contains(bound), new RangeCondition("a", Maximum: bound, MaximumInclusive: false).Contains(bound),
        ];
        Assert.That(inside, Is.EqualTo(new[] { true, true, false, false }));
    }

    [Test]
    public void Contains_NumberNextToAnExclusiveBound_IsInside() =>
        Assert.That(new RangeCondition("a", Minimum: 1, MinimumInclusive: false).Contains(Math.BitIncrement(1.0)), Is.True);

    [Test]
    public void Contains_WithoutBounds_IsTrueForExtremes() =>
        Assert.That(new[] { double.MinValue, 0, double.MaxValue }.All(new RangeCondition("a").Contains), Is.True);
}
