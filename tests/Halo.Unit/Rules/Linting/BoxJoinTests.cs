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
        var boxes = RandomBoxes(count, 100, 8);
        var found = new List<(int, int)>();
        Assert.That(Join(boxes, long.MaxValue, found).Among([.. Enumerable.Range(0, count)]), Is.True);
        Assert.That(found.Order(), Is.EqualTo(Pairs(boxes).Order()));
    }

    [Test]
    public void Among_BoxesApart_ComparesFewOfTheirPairs()
    {
        var boxes = Enumerable.Range(0, 1_024).Select(i => Boxes.Of((0, 2 * i, (2 * i) + 1))).ToArray();
        Assert.That(Join(boxes, 1_024 * 32, []).Among([.. Enumerable.Range(0, 1_024)]), Is.True);
    }

    [Test]
    public void Among_BoxesThatAllMeet_StopsAtItsLimit()
    {
        var boxes = Enumerable.Range(0, 20).Select(_ => Boxes.Of((0, 1, 2))).ToArray();
        var pairs = 20 * 19 / 2;
        Assert.That((Join(boxes, pairs, []).Among([.. Enumerable.Range(0, 20)]), Join(boxes, pairs - 1, []).Among([.. Enumerable.Range(0, 20)])), Is.EqualTo((true, false)));
    }

    [Test]
    public void Among_TakerThatHasEnough_StopsThere()
    {
        var taken = 0;
        var join = new BoxJoin(Boxes.Table(RandomBoxes(400, 20, 20)), Groups(400), long.MaxValue, (_, _) => ++taken < 3);
        Assert.That((join.Among([.. Enumerable.Range(0, 400)]), taken), Is.EqualTo((false, 3)));
    }

    [Test]
    public void Among_BoxesOfOneGroup_ComparesNone() =>
        Assert.That(new BoxJoin(Boxes.Table(Boxes.Points(Enumerable.Repeat(0, 9))), new int[9], 0, (_, _) => true).Among([.. Enumerable.Range(0, 9)]), Is.True);

    [Test]
    public void Among_GroupAcrossAllOthers_MeetsEachOfThem()
    {
        var boxes = Enumerable.Range(0, 90).Select(i => i < 60 ? Boxes.Of((0, i, i)) : Boxes.Of((1, 0, 0))).ToArray();
        var found = new HashSet<(int, int)>();
        new BoxJoin(Boxes.Table(boxes), [.. Enumerable.Range(0, 90).Select(i => i / 60)], long.MaxValue, (one, other) => found.Add((one, other))).Among([.. Enumerable.Range(0, 90)]);
        Assert.That(found, Has.Count.EqualTo(60 * 30));
    }

    [Test]
    public void Among_TakerThatHasEnoughOfTheGroupAcross_StopsThere()
    {
        var (boxes, taken) = (Enumerable.Range(0, 90).Select(i => i < 60 ? Boxes.Of((0, i, i)) : Boxes.Of((1, 0, 0))).ToArray(), 0);
        var join = new BoxJoin(Boxes.Table(boxes), [.. Enumerable.Range(0, 90).Select(i => i / 60)], long.MaxValue, (_, _) => ++taken < 3);
        Assert.That((join.Among([.. Enumerable.Range(0, 90)]), taken), Is.EqualTo((false, 3)));
    }

    [Test]
    public void Among_BoxesOfThreeAxes_ComparesATenthOfTheirPairs()
    {
        var boxes = RandomBoxes(1_000, 10_000, 100);
        Assert.That(Join(boxes, 1_000 * 999 / 20, []).Among([.. Enumerable.Range(0, 1_000)]), Is.True);
    }

    private static BoxJoin Join((int, int, int)[][] boxes, long work, List<(int, int)> found) => new(Boxes.Table(boxes), Groups(boxes.Length), work, (one, other) =>
    {
        found.Add((Math.Min(one, other), Math.Max(one, other)));
        return true;
    });

    private static int[] Groups(int count) => [.. Enumerable.Range(0, count).Select(i => i < 20 ? i : i % 3)];

    private static IEnumerable<(int, int)> Pairs((int Axis, int Low, int High)[][] boxes)
    {
        var groups = Groups(boxes.Length);
        return from one in Enumerable.Range(0, boxes.Length)
               from other in Enumerable.Range(one + 1, boxes.Length - one - 1)
               where groups[one] != groups[other]
               where Array.TrueForAll(boxes[one], side => Array.TrueForAll(boxes[other], across => across.Axis != side.Axis || (across.Low <= side.High && side.Low <= across.High)))
               select (one, other);
    }

    // Most boxes have all axes, so that a join has something to part them by.
    internal static (int Axis, int Low, int High)[][] RandomBoxes(int count, int places, int widest, int seed = 4)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Boxes.Of([.. Enumerable.Range(0, Axes).Where(_ => random.Next(10) > 0).Select(axis => (axis, random.Next(places), random.Next(widest))).Select(side => (side.axis, side.Item2, side.Item2 + side.Item3))]))];
    }
}
