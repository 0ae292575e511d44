namespace Halo.Unit.Rules.Matching;

/// <summary>Distinct pairs of attribute and value get distinct numbers, equal ones the same.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class LiteralTableTests
{
    [Test]
    public void Intern_EqualPairs_GivesTheSameNumber()
    {
        var table = new LiteralTable();
        Assert.That(table.Intern("a", "text"), Is.EqualTo(table.Intern(new string('a', 1), string.Concat("te", "xt"))));
        Assert.That(table.Intern("a", -0.0), Is.EqualTo(table.Intern("a", 0.0)));
    }

    [Test]
    public void Intern_SameValueUnderOtherNamesOrKinds_GivesNewNumbers()
    {
        var table = new LiteralTable();
        int[] numbers = [table.Intern("a", "1"), table.Intern("a", 1), table.Intern("a", true), table.Intern("b", "1"), table.Intern("b", 1), table.Intern("type", "1")];
        Assert.That(numbers, Is.EqualTo(new[] { 0, 1, 2, 3, 4, 5 }));
    }

    [Test]
    public void Intern_HundredThousandPairs_AllKeepTheirNumberAndText()
    {
        var table = new LiteralTable();
        for (var i = 0; i < 100_000; i++) Assert.That(table.Intern($"n{i % 100}", $"v{i}"), Is.EqualTo(i));
        for (var i = 0; i < 100_000; i++)
        {
            var number = table.Intern($"n{i % 100}", $"v{i}");
            var literal = table.Literals[number];
            if (number != i || table.NameOf(literal.Name) != $"n{i % 100}" || literal.Value != $"v{i}") Assert.Fail($"Pair {i} became {number}.");
        }

        Assert.That((table.Count, table.NameCount), Is.EqualTo((100_000, 101)), "A hundred names and 'type'.");
    }

    [Test]
    public void Intern_NumbersThatDifferLittle_AreKeptApart()
    {
        var table = new LiteralTable();
        for (var i = 0; i < 20_000; i++) table.Intern("n", i / 1_024.0);
        Assert.That(table.Count, Is.EqualTo(20_000));
    }

    [Test]
    public void TypeName_Always_IsTheNumberOfType()
    {
        var table = new LiteralTable();
        var number = table.Intern("type", "x");
        Assert.That(table.Literals[number].Name, Is.EqualTo(table.TypeName));
    }

    [Test]
    public void Intern_PairAgain_IsNotNew()
    {
        var table = new LiteralTable();
        table.Intern("a", 1, out var first);
        table.Intern("a", 1, out var again);
        Assert.That((first, again), Is.EqualTo((true, false)));
    }

    [Test]
    public void Find_Pairs_GivesTheNumberOfThoseThatWereAdded()
    {
        var table = new LiteralTable();
        for (var i = 0; i < 100; i++) table.Intern("a", i);
        var name = table.FindName("a");
        Assert.That((table.Find(name, 0), table.Find(name, 99), table.Find(name, 100), table.Find(table.TypeName, 0)), Is.EqualTo((0, 99, -1, -1)));
    }

    [Test]
    public void FindName_NameNotAdded_IsMinusOne() => Assert.That((new LiteralTable().FindName("type"), new LiteralTable().FindName("a")), Is.EqualTo((0, -1)));

    [TestCase(0)]
    [TestCase(3)]
    [TestCase(16)]
    public void Trim_ThenMorePairs_StillWorks(int before)
    {
        var table = new LiteralTable();
        for (var i = 0; i < before; i++) table.Intern("n", i);
        table.Trim();
        for (var i = 0; i < before + 5; i++) Assert.That(table.Intern("n", i), Is.EqualTo(i));
    }
}
