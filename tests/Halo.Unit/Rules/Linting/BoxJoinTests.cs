using Halo.Rules;

namespace Halo.Unit.Rules.Linting;

/// <summary>Joins of boxes against a look at every pair.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class BoxJoinTests
{
    private const int Axes = 3;

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(33)]
    [TestCase(400)]
    public void Among_BoxesOfSeveralGroups_FindsEveryPairThatMeetsOnce(int count)
    {
        var boxes = Boxes(count, 100, 8);
        var found = new List<(int, int)>();
        Assert.That(Join(boxes, long.MaxValue, found).Among([.. Enumerable.Range(0, count)]), Is.True);
        Assert.That(found.Order(), Is.EqualTo(Pairs(boxes).Order()));
    }

    [Test]
    public void Among_BoxesApart_ComparesFewOfTheirPairs()
    {
        var boxes = Enumerable.Range(0, 1_024).Select(i => Box((0, 2 * i, (2 * i) + 1))).ToArray();
        Assert.That(Join(boxes, 1_024 * 32, []).Among([.. Enumerable.Range(0, 1_024)]), Is.True);
    }

    [Test]
    public void Among_BoxesThatAllMeet_StopsAtItsLimit()
    {
        var boxes = Enumerable.Range(0, 20).Select(_ => Box((0, 1, 2))).ToArray();
        var pairs = 20 * 19 / 2;
        Assert.That((Join(boxes, pairs, []).Among([.. Enumerable.Range(0, 20)]), Join(boxes, pairs - 1, []).Among([.. Enumerable.Range(0, 20)])), Is.EqualTo((true, false)));
    }

    [Test]
    public void Among_TakerThatHasEnough_StopsThere()
    {
        var taken = 0;
        var join = new BoxJoin(Table(Boxes(400, 20, 20)), Groups(400), long.MaxValue, (_, _) => ++taken < 3);
        Assert.That((join.Among([.. Enumerable.Range(0, 400)]), taken), Is.EqualTo((false, 3)));
    }

    [TestCase(10, 20)]
    [TestCase(200, 300)]
    public void Between_OuterAndInnerBoxes_FindsEachThatLiesWithin(int outer, int inner)
    {
        (int Axis, int Low, int High)[][] boxes = [.. Boxes(outer, 100, 40), .. Boxes(inner, 100, 4, seed: 9)];
        var found = new List<(int, int)>();
        var join = new CoverJoin(Table(boxes), long.MaxValue, _ => false, (around, item) => found.Add((around, item)));
        Assert.That(join.Between([.. Enumerable.Range(0, outer)], [.. Enumerable.Range(outer, inner)]), Is.True);
        var expected = from around in Enumerable.Range(0, outer)
                       from item in Enumerable.Range(outer, inner)
                       where Array.TrueForAll(boxes[around], side => Array.Exists(boxes[item], within => within.Axis == side.Axis && within.Low >= side.Low && within.High <= side.High))
                       select (around, item);
        Assert.That(found.Order(), Is.EqualTo(expected.Order()));
    }

    [Test]
    public void Between_BoxesApart_ComparesFewOfTheirPairs()
    {
        var boxes = Enumerable.Range(0, 1_024).Select(i => Box((0, 2 * (i / 2), (2 * (i / 2)) + 1))).ToArray();
        var join = new CoverJoin(Table(boxes), 1_024 * 32, _ => false, (_, _) => { });
        Assert.That(join.Between([.. Enumerable.Range(0, 512).Select(i => 2 * i)], [.. Enumerable.Range(0, 512).Select(i => (2 * i) + 1)]), Is.True);
    }

    private static BoxJoin Join((int, int, int)[][] boxes, long work, List<(int, int)> found) => new(Table(boxes), Groups(boxes.Length), work, (one, other) =>
    {
        found.Add((Math.Min(one, other), Math.Max(one, other)));
        return true;
    });

    private static int[] Groups(int count) => [.. Enumerable.Range(0, count).Select(i => i < 20 ? i : i % 3)];

    private static IEnumerable<(int, int)> Pairs((int Axis, int Low, int High)[][] boxes) =>
        from one in Enumerable.Range(0, boxes.Length)
        from other in Enumerable.Range(one + 1, boxes.Length - one - 1)
        where Groups(boxes.Length)[one] != Groups(boxes.Length)[other]
        where Array.TrueForAll(boxes[one], side => Array.TrueForAll(boxes[other], across => across.Axis != side.Axis || (across.Low <= side.High && side.Low <= across.High)))
        select (one, other);

    // Most boxes have all axes, so that a join has something to part them by.
    private static (int Axis, int Low, int High)[][] Boxes(int count, int places, int widest, int seed = 4)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Box([.. Enumerable.Range(0, Axes).Where(_ => random.Next(10) > 0).Select(axis => (axis, random.Next(places), random.Next(widest))).Select(side => (side.axis, side.Item2, side.Item2 + side.Item3))]))];
    }

    private static (int Axis, int Low, int High)[] Box(params (int Axis, int Low, int High)[] sides) => sides;

    private static BoxTable Table((int Axis, int Low, int High)[][] boxes) => new([.. boxes.Select(box => Array.ConvertAll(box, Interval))]);

    private static AxisInterval Interval((int Axis, int Low, int High) side)
    {
        var (low, high) = ValueBound.IntervalOf(new RangeCondition("a", side.Low, side.High));
        return new AxisInterval(side.Axis, low, high);
    }
}
