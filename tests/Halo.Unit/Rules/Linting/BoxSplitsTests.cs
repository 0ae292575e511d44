namespace Halo.Unit.Rules.Linting;

/// <summary>Where boxes are parted. A pivot is the number of a bound: of points 0, 1, 2... the point itself.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class BoxSplitsTests
{
    [TestCase(new[] { 0, 1, 2, 3 }, 2)]
    [TestCase(new[] { 0, 0, 0, 1, 2 }, 1)]
    [TestCase(new[] { 2, 1, 1, 0, 0 }, 1)]
    public void Find_BoxesSideBySide_PartsThemInTheMiddle(int[] places, int pivot) => Assert.That(Find(places, [.. Enumerable.Range(0, places.Length)], []), Is.EqualTo(new BoxSplit(0, pivot)));

    [Test]
    public void Find_LeftAndRightBoxes_LooksAtBoth()
    {
        int[] places = [0, 1, 2, 3, 4, 5, 6, 7];
        Assert.That((Find(places, [0, 1], [2, 3, 4]), Find(places, [5, 6, 7], [0, 1])), Is.EqualTo((new BoxSplit(0, 2), new BoxSplit(0, 5))));
    }

    [TestCase(51, false)]
    [TestCase(52, true)]
    public void Find_PairsSpared_AreWorthItFromATwentiethOn(int pairs, bool splits) =>
        Assert.That(Splits(Enumerable.Range(0, 64)).Find([.. Enumerable.Range(0, 32)], [.. Enumerable.Range(32, 32)], (_, _) => pairs).HasValue, Is.EqualTo(splits));

    [Test]
    public void Find_ExactlyATwentieth_IsNotWorthIt() => Assert.That(Splits(Enumerable.Range(0, 21)).Find([.. Enumerable.Range(0, 20)], [20], (_, _) => 1), Is.Null);

    [Test]
    public void Find_SeveralAxes_TakesTheOneThatSparesMost()
    {
        var table = Boxes.Table(Enumerable.Range(0, 8).Select(i => Boxes.Of((0, i / 4, 9), (1, i, i), (2, 0, i))));
        int[] all = [.. Enumerable.Range(0, 8)];
        Assert.That(new BoxSplits(table).Find(all, all, (left, right) => left.Low * right.High)?.Axis, Is.EqualTo(1));
    }

    [Test]
    public void Find_ManyBoxes_CountsASampleOfThem()
    {
        var counts = new List<(SplitCounts, SplitCounts)>();
        Splits(Enumerable.Range(0, 200)).Find([.. Enumerable.Range(0, 160)], [.. Enumerable.Range(160, 40)], (left, right) =>
        {
            counts.Add((left, right));
            return 0;
        });
        // Of 160 boxes every fifth is looked at, of 40 all but a fifth; the middle of these 64 lows is the first on the right.
        Assert.That(counts, Is.EqualTo(new[] { (new SplitCounts(32, 0, 0), new SplitCounts(0, 32, 0)) }));
    }

    [Test]
    public void Find_BoxesOnBothSides_AreCountedAsAcross()
    {
        var counts = new List<SplitCounts>();
        var table = Boxes.Table([Boxes.Of((0, 0, 1)), Boxes.Of((0, 1, 3)), Boxes.Of((0, 2, 3)), Boxes.Of((0, 2, 2)), Boxes.Of((1, 0, 0))]);
        new BoxSplits(table).Find([0, 1, 2, 3, 4], [], (left, _) =>
        {
            counts.Add(left);
            return 0;
        });
        Assert.That(counts[0], Is.EqualTo(new SplitCounts(1, 2, 2)), "The pivot of axis 0 is 2; a box without that axis has all of it.");
    }

    [Test]
    public void Part_Boxes_LieBelowAboveOrAcross()
    {
        var table = Boxes.Table([Boxes.Of((0, 0, 1)), Boxes.Of((0, 1, 2)), Boxes.Of((0, 2, 3)), Boxes.Of((0, 0, 3)), Boxes.Of((1, 0, 0))]);
        var (low, high, across) = new BoxSplits(table).Part([0, 1, 2, 3, 4], new BoxSplit(0, 2));
        Assert.That((string.Join(' ', low), string.Join(' ', high), string.Join(' ', across)), Is.EqualTo(("0", "2", "1 3 4")));
    }

    private static BoxSplits Splits(IEnumerable<int> places) => new(Boxes.Table(Boxes.Points(places)));

    private static BoxSplit? Find(int[] places, int[] left, int[] right) => Splits(places).Find(left, right, (_, _) => 1_000);
}
