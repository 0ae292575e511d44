namespace Halo.Unit.Rules.Linting;

/// <summary>Joins of outer and inner boxes against a look at every pair.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class CoverJoinTests
{
    [TestCase(10, 20)]
    [TestCase(200, 300)]
    public void Between_OuterAndInnerBoxes_FindsEachThatLiesWithin(int outer, int inner)
    {
        (int Axis, int Low, int High)[][] boxes = [.. BoxJoinTests.RandomBoxes(outer, 100, 40), .. BoxJoinTests.RandomBoxes(inner, 100, 4, seed: 9)];
        var found = new List<(int, int)>();
        Assert.That(Join(boxes, outer, long.MaxValue, (around, item) => found.Add((around, item))), Is.True);
        var expected = from around in Enumerable.Range(0, outer)
                       from item in Enumerable.Range(outer, inner)
                       where Array.TrueForAll(boxes[around], side => Array.Exists(boxes[item], within => within.Axis == side.Axis && within.Low >= side.Low && within.High <= side.High))
                       select (around, item);
        Assert.That(found.Order(), Is.EqualTo(expected.Order()));
    }

    [Test]
    public void Between_BoxesApart_ComparesFewOfTheirPairs()
    {
        var boxes = Enumerable.Range(0, 1_024).Select(i => Boxes.Of((0, 2 * (i / 2), (2 * (i / 2)) + 1))).ToArray();
        var join = new CoverJoin(Boxes.Table(boxes), 1_024 * 32, _ => false, (_, _) => { });
        Assert.That(join.Between([.. Enumerable.Range(0, 512).Select(i => 2 * i)], [.. Enumerable.Range(0, 512).Select(i => (2 * i) + 1)]), Is.True);
    }

    [TestCase(0)]
    [TestCase(1_000)]
    public void Between_InnerBoxesAllAtOneEnd_FindsWhatLiesWithin(int end)
    {
        var boxes = Boxes.Points([.. Enumerable.Range(0, 1_001), .. Enumerable.Repeat(end, 100)]);
        var found = 0;
        Assert.That((Join(boxes, 1_001, long.MaxValue, (_, _) => found++), found), Is.EqualTo((true, 100)));
    }

    // No narrow box holds a wide one: a bound spares the wide ones on it, too.
    [TestCase(false)]
    [TestCase(true)]
    public void Between_InnerBoxesAcrossTheBound_AreNotCompared(bool isMirrored)
    {
        var narrow = Enumerable.Range(0, 1_024).Select(i => (Low: 0, High: i % 5));
        var wide = Enumerable.Range(0, 1_024).Select(i => (Low: i % 7 == 0 ? 5 : 0, High: 9));
        var boxes = narrow.Concat(wide).Select(ends => Boxes.Of(isMirrored ? (0, -ends.High, -ends.Low) : (0, ends.Low, ends.High))).ToArray();
        Assert.That(Join(boxes, 1_024, 1_024 * 128, (_, _) => { }), Is.True);
    }

    [Test]
    public void Between_InnerBoxThatIsDone_IsComparedNoMore()
    {
        var (boxes, taken) = (Boxes.Points(Enumerable.Repeat(0, 20)), new HashSet<int>());
        var join = new CoverJoin(Boxes.Table(boxes), 10, taken.Contains, (_, item) => taken.Add(item));
        Assert.That((join.Between([.. Enumerable.Range(0, 10)], [.. Enumerable.Range(10, 10)]), taken.Count), Is.EqualTo((true, 10)));
    }

    [TestCase(12, true)]
    [TestCase(11, false)]
    public void Between_PairsAtTheLimit_AllAreCompared(int work, bool isComplete) =>
        Assert.That(Join(Boxes.Points(Enumerable.Repeat(0, 7)), 3, work, (_, _) => { }), Is.EqualTo(isComplete));

    private static bool Join((int Axis, int Low, int High)[][] boxes, int outer, long work, Action<int, int> take) =>
        new CoverJoin(Boxes.Table(boxes), work, _ => false, take).Between([.. Enumerable.Range(0, outer)], [.. Enumerable.Range(outer, boxes.Length - outer)]);
}
