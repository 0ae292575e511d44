namespace Halo.Unit.Core;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class TimeSpansTests
{
    [TestCase(0, 0)]
    [TestCase(12.5, 125_000_000)]
    [TestCase(4.35, 43_500_000)]
    [TestCase(1.0 / 3, 3_333_333)]
    [TestCase(2.0 / 3, 6_666_667)]
    [TestCase(-0.00000016, -2)]
    [TestCase(double.NaN, 0)]
    [TestCase(1e300, long.MaxValue)]
    [TestCase(double.PositiveInfinity, long.MaxValue)]
    [TestCase(-1e300, long.MinValue)]
    public void FromSeconds_Seconds_AreRoundedAndNeverOverflow(double seconds, long ticks) => Assert.That(TimeSpans.FromSeconds(seconds).Ticks, Is.EqualTo(ticks));

    [Test]
    public void MaxSeconds_AreHeldByATimeSpan() => Assert.That(TimeSpan.MaxValue - TimeSpans.FromSeconds(TimeSpans.MaxSeconds), Is.LessThan(TimeSpan.FromSeconds(1)));
}
