namespace Halo.Unit.Rules.Indexing;

/// <summary>Keys lie near their homes, also where they were chosen so that the usual factor sends them all to one.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class KeyPlacesTests
{
    private const int Count = 100_000;
    private const int MostWalk = 128; // twice the first limit: a second random factor is needed once in a blue moon

    [Test]
    public void Create_SymbolsNumberedInTurn_KeepsTheFactorThatSuitsThem()
    {
        ulong[] keys = [.. Enumerable.Range(1, Count).Select(i => (ulong)i)];
        Assert.That((new KeyPlaces(keys).Factor, new KeyPlaces(keys).LongestWalk), Is.EqualTo((new KeyPlaces([1]).Factor, 0)));
    }

    [Test]
    public void Create_KeysOfOneHome_PlacesThemNearOthers()
    {
        var places = new KeyPlaces(ColludingKeys.OfOneHome(new KeyPlaces([1]).Factor, Count));
        Assert.That(places.LongestWalk, Is.LessThanOrEqualTo(MostWalk));
    }

    [Test]
    public void Create_PairsOfSymbolsOfFewHomes_PlacesThemNearOthers()
    {
        var pairs = ColludingKeys.PairsOfFewHomes(new KeyPlaces([1]).Factor, Count);
        var places = new KeyPlaces([.. pairs.Select(pair => ColludingKeys.KeyOf(pair))]);
        Assert.That(places.LongestWalk, Is.LessThanOrEqualTo(MostWalk));
    }

    // The limit is 64 places, then 128, 256, 512 and 1,024, which is as far as these keys reach.
    [Test]
    public void Create_FactorsThatAllSendKeysToOneHome_AllowsTwiceTheWalkEachTime()
    {
        var factor = new KeyPlaces([1]).Factor;
        var others = 0;
        var places = new KeyPlaces(ColludingKeys.OfOneHome(factor, 1_025), () => ++others < 5 ? factor : throw new InvalidOperationException("One too many."));
        Assert.That((others, places.LongestWalk), Is.EqualTo((4, 1_024)));
    }

    [Test]
    public void Create_ChosenKeys_HasEachOnceAtOrBehindItsHome()
    {
        var keys = ColludingKeys.OfOneHome(new KeyPlaces([1]).Factor, 5_000);
        var places = new KeyPlaces(keys);
        var walks = new List<int>();
        for (var place = 0; place < places.Numbers.Length; place++)
        {
            if (places.Numbers[place] is > 0 and var number) walks.Add((place - KeyTable.Home(keys[number - 1], places.Factor, places.Shift)) & (places.Numbers.Length - 1));
        }

        Assert.That((walks.Count, walks.Max()), Is.EqualTo((keys.Length, places.LongestWalk)));
    }
}
