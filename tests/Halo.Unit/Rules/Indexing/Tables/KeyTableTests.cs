namespace Halo.Unit.Rules.Indexing;

/// <summary>Keys that all belong in the last place: those behind the first lie at the beginning of the table.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class KeyTableTests
{
    private const int Chosen = 60; // near enough for the usual factor to be kept

    [TestCase(0)]
    [TestCase(3_000)]
    public void Confirm_KeysOfTheLastPlace_FindsEach(int others)
    {
        var (keys, table) = (KeysOfTheLastPlace(Chosen), Table(others));
        Assert.That(keys.Select(key => table.At(table.Confirm(table.Locate(key), key)).Key), Is.EqualTo(keys));
    }

    [TestCase(0)]
    [TestCase(3_000)]
    public void Confirm_AnotherKeyOfTheLastPlace_FindsNone(int others)
    {
        var (missing, table) = (KeysOfTheLastPlace(Chosen + 1)[Chosen], Table(others));
        Assert.That(table.Confirm(table.Locate(missing), missing), Is.EqualTo(KeyTable.Free));
    }

    private static KeyTable Table(int others) =>
        new([.. KeysOfTheLastPlace(Chosen).Concat(Enumerable.Range(1, others).Select(key => (ulong)key)).Select(key => KeyValuePair.Create(key, RankedBucket.None))]);

    // Their products with the factor are -1, -2, -3 ...
    private static ulong[] KeysOfTheLastPlace(int count) => [.. ColludingKeys.OfOneHome(new KeyPlaces([1]).Factor, count).Select(key => 0UL - key)];
}
