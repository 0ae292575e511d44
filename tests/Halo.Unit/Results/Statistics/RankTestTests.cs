using Halo.Results;

namespace Halo.Unit.Results.Statistics;

[TestFixture, Category("Unit")]
public sealed class RankTestTests
{
    // All of x below all of y: 2 of the 20 orders of three and three, 2 of the 924 of six and six.
    [TestCase(new[] { 1.0, 2, 3 }, new[] { 4.0, 5, 6 }, 0.1)]
    [TestCase(new[] { 4.0, 5, 6 }, new[] { 1.0, 2, 3 }, 0.1)]
    [TestCase(new[] { 1.0, 2, 3, 4, 5, 6 }, new[] { 7.0, 8, 9, 10, 11, 12 }, 2.0 / 924)]
    // U = 1: the orders with U of 0 and of 1, on both sides, are 4 of the 70 of four and four.
    [TestCase(new[] { 1.0, 2, 3, 5 }, new[] { 4.0, 6, 7, 8 }, 4.0 / 70)]
    [TestCase(new[] { 1.0, 1, 1 }, new[] { 1.0, 1, 1 }, 1)]
    public void PValue_SmallSets_IsTheShareOfOrders(double[] x, double[] y, double expected) => Assert.That(RankTest.PValue(x, y), Is.EqualTo(expected).Within(1e-9));

    [TestCase(3, 3, 0.1)]
    [TestCase(4, 4, 2.0 / 70)]
    [TestCase(1, 1, 1)]
    [TestCase(60, 3, 2.0 / 39711)]
    public void LeastPValue_Sizes_IsTwoOfAllOrders(int x, int y, double expected) => Assert.That(RankTest.LeastPValue(x, y), Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void LeastPValue_SetsWithoutOverlap_IsTheirPValue() =>
        Assert.That(RankTest.PValue([1, 2, 3, 4], [5, 6, 7, 8, 9]), Is.EqualTo(RankTest.LeastPValue(4, 5)).Within(1e-9));
}
