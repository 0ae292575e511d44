using Halo.Results;

namespace Halo.Unit.Results.Statistics;

[TestFixture, Category("Unit")]
public sealed class ChangePointsTests
{
    [Test]
    public void Find_StepOfTenPercent_IsFoundWhereItIs()
    {
        var found = ChangePoints.Find([.. Level(30, 100), .. Level(30, 110)]);
        Assert.That(found, Has.Count.EqualTo(1));
        Assert.That((found[0].First, found[0].Shift), Is.EqualTo((30, 0.1)).Using<(int, double), (int, double)>((a, b) => a.Item1 == b.Item1 && Math.Abs(a.Item2 - b.Item2) < 0.01));
    }

    [Test]
    public void Find_StepOfTwoPercent_IsLeftOut() => Assert.That(ChangePoints.Find([.. Level(30, 100), .. Level(30, 102)]), Is.Empty);

    [Test]
    public void Find_NoStep_IsEmpty() => Assert.That(ChangePoints.Find(Level(60, 100)), Is.Empty);

    [Test]
    public void Find_TooFewFigures_IsEmpty() => Assert.That(ChangePoints.Find([.. Level(9, 100), .. Level(10, 200)]), Is.Empty);

    private static double[] Level(int count, double level)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(_ => level * (0.99 + 0.02 * random.NextDouble()))];
    }
}
