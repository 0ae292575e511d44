namespace Halo.Unit.Rules.Linting;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class NumberSamplesTests
{
    private static readonly RangeCondition Unbounded = new("a");

    [Test]
    public void Of_LowerBound_TriesItAndWhatLiesBesideIt() =>
        Assert.That(Samples(new RangeCondition("a", Minimum: 8)), Is.EqualTo(new[] { 8, 9, 7, Math.BitIncrement(8.0), Math.BitDecrement(8.0) }));

    [Test]
    public void Of_UpperBound_TriesItAndWhatLiesBesideIt() =>
        Assert.That(Samples(new RangeCondition("a", Maximum: -8)), Is.EqualTo(new[] { -8, -7, -9, Math.BitIncrement(-8.0), Math.BitDecrement(-8.0) }));

    [Test]
    public void Of_BrokenBound_TriesWholeNumbersFirst() =>
        Assert.That(Samples(new RangeCondition("a", Minimum: 8.5)), Is.EqualTo(new[] { 8, 9, 8.5, 9.5, 7.5, Math.BitIncrement(8.5), Math.BitDecrement(8.5) }));

    [Test]
    public void Of_TwoBounds_AlsoTriesTheirMiddle() =>
        Assert.That(Samples(new RangeCondition("a", 2, 6)).Where(double.IsInteger), Is.EqualTo(new double[] { 2, 6, 3, 1, 7, 5, 4 }));

    [TestCase(1)]
    [TestCase(2)]
    public void Of_RangesWithoutBounds_TryZero(int count) =>
        Assert.That(Samples([.. Enumerable.Repeat(Unbounded, count)]), Does.Contain(0.0));

    [Test]
    public void Of_OnlyANamedNumber_TriesIt() =>
        Assert.That(NumberSamples.Of([], ["x", 5, true]).Select(value => value.ToString()).Take(3), Is.EqualTo(new[] { "5", "6", "4" }));

    [Test]
    public void Of_NothingAboutNumbers_IsEmpty() => Assert.That(NumberSamples.Of([], ["x", true]), Is.Empty);

    [Test]
    public void Of_LargestNumber_TriesNoInfinity() => Assert.That(Samples(new RangeCondition("a", Maximum: double.MaxValue)), Has.Member(double.MaxValue).And.All.LessThan(double.PositiveInfinity));

    private static double[] Samples(params RangeCondition[] ranges) => [.. NumberSamples.Of(ranges, []).Select(NumberOf).Distinct()];

    private static double NumberOf(AttributeValue value) => value.TryGetNumber(out var number) ? number : double.NaN;
}
