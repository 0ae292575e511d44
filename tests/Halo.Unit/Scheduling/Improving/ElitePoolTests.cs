namespace Halo.Unit.Scheduling.Improving;

/// <summary>Which schedules a pool keeps.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ElitePoolTests
{
    [Test]
    public void Offer_UntilFull_TakesAllThatDiffer()
    {
        var pool = new ElitePool(2);
        pool.Offer(Elite(9, 0));
        var isFull = pool.IsFull;
        pool.Offer(Elite(8, 1));
        Assert.That((isFull, pool.IsFull, pool[0].Makespan, pool[1].Makespan), Is.EqualTo((false, true, 9.0, 8.0)));
    }

    [TestCase(8, 8)]
    [TestCase(9, 9)]
    [TestCase(10, 9)]
    public void Offer_OneThatIsAlike_TakesItsPlaceUnlessItIsWorse(double makespan, double kept)
    {
        var pool = new ElitePool(2);
        pool.Offer(Elite(9, 0));
        pool.Offer(Elite(makespan, 0));
        Assert.That((pool.IsFull, pool[0].Makespan), Is.EqualTo((false, kept)));
    }

    [TestCase(1, true)]
    [TestCase(2, false)]
    public void Offer_ATenthOfTheTasksElsewhere_IsAlike(int elsewhere, bool isAlike)
    {
        // Every task is alone on its machine, so that each that is moved differs alone.
        var pool = new ElitePool(3);
        pool.Offer(Moved(9, 0));
        pool.Offer(Moved(8, elsewhere));
        Assert.That(pool[0].Makespan, Is.EqualTo(isAlike ? 8 : 9));
    }

    [TestCase(7, "7 5 6")]
    [TestCase(8, "8 5 6")]
    [TestCase(9, "8 5 6")]
    public void Offer_FullPool_PutsItInThePlaceOfTheWorst(double makespan, string kept)
    {
        var pool = new ElitePool(3);
        foreach (var (one, kind) in new[] { (8.0, 0), (5.0, 1), (6.0, 2) }) pool.Offer(Elite(one, kind));
        pool.Offer(Elite(makespan, 3));
        Assert.That(string.Join(' ', Enumerable.Range(0, 3).Select(i => pool[i].Makespan)), Is.EqualTo(kept));
    }

    [Test]
    public void Offer_FullPoolWhoseWorstIsLast_PutsItThere()
    {
        var pool = new ElitePool(3);
        foreach (var (one, kind) in new[] { (5.0, 0), (6.0, 1), (8.0, 2) }) pool.Offer(Elite(one, kind));
        pool.Offer(Elite(7, 3));
        Assert.That(string.Join(' ', Enumerable.Range(0, 3).Select(i => pool[i].Makespan)), Is.EqualTo("5 6 7"));
    }

    [Test]
    public void Offer_OneAsGood_TakesTheNewerIn()
    {
        var (pool, alike, other) = (new ElitePool(2), Elite(9, 0), Elite(9, 2));
        pool.Offer(Elite(9, 0));
        pool.Offer(alike);
        var isNewer = ReferenceEquals(pool[0], alike);
        pool.Offer(Elite(5, 1));
        pool.Offer(other);
        Assert.That((isNewer, ReferenceEquals(pool[0], other)), Is.EqualTo((true, true)));
    }

    [Test]
    public void Offer_SeveralWorst_TakesThePlaceOfTheFirst()
    {
        var pool = new ElitePool(3);
        foreach (var (one, kind) in new[] { (8.0, 0), (5.0, 1), (8.0, 2) }) pool.Offer(Elite(one, kind));
        pool.Offer(Elite(7, 3));
        Assert.That(string.Join(' ', Enumerable.Range(0, 3).Select(i => pool[i].Makespan)), Is.EqualTo("7 5 8"));
    }

    [Test]
    public void Clear_Pool_IsEmpty()
    {
        var pool = new ElitePool(1);
        pool.Offer(Elite(1, 0));
        pool.Clear();
        Assert.That(pool.IsFull, Is.False);
    }

    // All tasks on the machine of that number, so that no two kinds are alike.
    private static Elite Elite(double makespan, int machine) => new([.. Enumerable.Range(0, 10)], new int[10], [.. Enumerable.Repeat(machine, 10)], makespan);

    private static Elite Moved(double makespan, int tasks) => new([.. Enumerable.Range(0, 10)], new int[10], [.. Enumerable.Range(0, 10).Select(task => task < tasks ? 20 + task : task)], makespan);
}
