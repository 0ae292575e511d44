using Halo.Results;

namespace Halo.Unit.Results.Statistics;

[TestFixture, Category("Unit")]
public sealed class FiguresTests
{
    [TestCase(new[] { 3.0, 1, 2 }, 2)]
    [TestCase(new[] { 4.0, 1, 3, 2 }, 2.5)]
    [TestCase(new[] { 7.0 }, 7)]
    public void Median_Values_IsTheMiddle(double[] values, double expected) => Assert.That(Figures.Median(values), Is.EqualTo(expected));

    [Test]
    public void Spread_HundredAndOneSteps_IsNinetyOfThem() =>
        Assert.That(Figures.Spread([.. Enumerable.Range(0, 101).Select(i => (double)i)]), Is.EqualTo(90).Within(1e-9));

    [Test]
    public void Spread_SlowInAThird_IsNotZero() => Assert.That(Figures.Spread([10, 10, 20, 10, 10, 20]), Is.EqualTo(10).Within(1e-9));

    [Test]
    public void Deviation_NormalValues_IsOne()
    {
        var random = new Random(3);
        double[] values = [.. Enumerable.Range(0, 4000).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];
        Assert.That(Figures.Deviation(values), Is.EqualTo(1).Within(0.05));
    }

    [Test]
    public void Deviation_OneValue_IsZero() => Assert.That(Figures.Deviation([5]), Is.Zero);

    [TestCase(62.812345, 62.812)]
    [TestCase(0.000123456, 0.00012346)]
    [TestCase(123456.7, 123456.7)]
    [TestCase(0, 0)]
    public void Rounded_Value_HasFiveDigits(double value, double expected) => Assert.That(Figures.Rounded(value), Is.EqualTo(expected));
}
