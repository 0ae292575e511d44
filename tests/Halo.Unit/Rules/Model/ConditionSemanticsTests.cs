namespace Halo.Unit.Rules.Model;

/// <summary>The definition of every condition, against the shared table.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ConditionSemanticsTests
{
    [TestCaseSource(typeof(ConditionCases), nameof(ConditionCases.All))]
    public void Holds_CaseOfTheTable_IsAsListed(Condition when, AttributeValue value, bool holds) =>
        Assert.That(ValueTest.Holds(when, name => name == "a" ? value : default), Is.EqualTo(holds));

    [Test]
    public void Table_EveryKindOfCondition_OccursHoldingAndFailing()
    {
        var kinds = typeof(Condition).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Condition)) && !type.IsAbstract);
        var seen = ConditionCases.All.Select(row => (row.Arguments[0]!.GetType(), (bool)row.Arguments[2]!)).ToHashSet();
        Assert.That(kinds.SelectMany(kind => new[] { (kind, true), (kind, false) }).Where(wanted => !seen.Contains(wanted)), Is.Empty);
    }

    [Test]
    public void Depth_OfATree_CountsLevels()
    {
        var test = When.Attribute("a").Exists();
        Assert.That(new[] { test, !test, test & test, When.Always, When.Any(test, !(test | test)) }.Select(when => when.Depth), Is.EqualTo(new[] { 1, 2, 2, 1, 4 }));
    }

    [Test]
    public void Equals_ConditionsOfEqualContent_IsTrueForEveryKind()
    {
        foreach (var (left, right) in Everything().Zip(Everything()))
        {
            Assert.That(left, Is.EqualTo(right));
            Assert.That(left.GetHashCode(), Is.EqualTo(right.GetHashCode()), left.ToString());
        }
    }

    [Test]
    public void GetHashCode_ListsWithoutValues_IsTheSame()
    {
        var (one, other) = (When.Attribute("a").In(), When.Attribute("a").In());
        Assert.That(one.GetHashCode(), Is.EqualTo(other.GetHashCode()));
    }

    [Test]
    public void Equals_EveryOtherPair_IsFalse()
    {
        var all = Everything();
        for (var i = 0; i < all.Length; i++)
        {
            for (var j = 0; j < all.Length; j++) Assert.That(all[i].Equals(all[j]), Is.EqualTo(i == j), $"{all[i]} and {all[j]}");
        }
    }

    [Test]
    public void Equals_AfterFirstUse_IsStillTrue()
    {
        var (used, fresh) = (When.Attribute("a").Matches("x"), When.Attribute("a").Matches("x"));
        ValueTest.Holds(used, _ => "x");
        Assert.That(used, Is.EqualTo(fresh));
    }

    [Test]
    public void InCondition_ListChangedAfterwards_KeepsItsValues()
    {
        var values = new List<AttributeValue> { "x" };
        var condition = new InCondition("a", values);
        values[0] = "y";
        Assert.That(condition.Values, Is.EqualTo(new AttributeValue[] { "x" }));
    }

    [Test]
    public void All_NullPart_Throws() => Assert.Throws<ArgumentNullException>(() => When.All(When.Always, null!));

    [Test]
    public void Not_Null_Throws() => Assert.Throws<ArgumentNullException>(() => When.Not(null!));

    [Test]
    public void Operators_NamedForms_AreTheOperators()
    {
        var (left, right) = (When.Attribute("a").Exists(), When.Attribute("b").Exists());
        Assert.That((Condition.BitwiseAnd(left, right), Condition.BitwiseOr(left, right), Condition.LogicalNot(left)), Is.EqualTo((left & right, left | right, !left)));
    }

    [Test]
    public void Type_OneName_IsAnEquality() => Assert.That(When.Type("x"), Is.EqualTo(When.Attribute("type").Is("x")));

    [Test]
    public void Type_SeveralNames_IsAList() => Assert.That(When.Type("x", "y"), Is.EqualTo(When.Attribute("type").In("x", "y")));

    private static Condition[] Everything()
    {
        var a = When.Attribute("a");
        return
        [
            a.Exists(), When.Attribute("b").Exists(), a.Is("x"), a.Is(1), a.Is("1"), a.In("x", "y"), a.In("y", "x"), a.In("x"), a.AtLeast(1), a.GreaterThan(1), a.AtMost(1),
            a.Between(1, 2), a.StartsWith("x"), a.EndsWith("x"), a.Like("x"), a.Matches("x"), !a.Exists(), a.Exists() & a.Is("x"), a.Exists() | a.Is("x"),
            a.Is("x") & a.Exists(), When.Always, When.Any(),
        ];
    }
}
