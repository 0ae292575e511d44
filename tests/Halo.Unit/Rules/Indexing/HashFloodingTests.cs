namespace Halo.Unit.Rules.Indexing;

/// <summary>Bounds whose hash is known to collide are told apart by hashes with a secret key.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class HashFloodingTests
{
    private const int Count = 100_000;
    private const int FewestDifferent = 99_900; // some keys are unlucky: of 300 the median let 5 numbers collide, the worst 42

    private static readonly double[] Doubles = ColludingKeys.Doubles(Count);

    [Test]
    public void Doubles_AsMade_CollideByTheirOwnHash() => Assert.That(Doubles.Select(number => number.GetHashCode()).Distinct().Count(), Is.EqualTo(1));

    [Test]
    public void RangeCondition_CollidingBounds_HaveHashesOfTheirOwn() =>
        Assert.That(Doubles.Select(number => new RangeCondition("a", number).GetHashCode()).Distinct().Count(), Is.GreaterThan(FewestDifferent));

    [Test]
    public void ValueBound_CollidingBounds_HaveHashesOfTheirOwn() =>
        Assert.That(Doubles.Select(number => ValueBound.IntervalOf(new EqualsCondition("a", number)).Low.GetHashCode()).Distinct().Count(), Is.GreaterThan(FewestDifferent));

    [Test]
    public void Range_EqualConditions_HashAlike() => Assert.That(new RangeCondition("a", -0.0, 1).GetHashCode(), Is.EqualTo(new RangeCondition("a", 0.0, 1).GetHashCode()));

    [Test]
    public void CutsOf_RepeatedBounds_HasEachOnceInOrder() =>
        Assert.That(RangeNode.CutsOf([new("a", 3, 7), new("a", 1, 3), new("a", -0.0, 7), new("a", 0.0, 1)]), Is.EqualTo(new double[] { 0, 1, 3, 7 }));
}
