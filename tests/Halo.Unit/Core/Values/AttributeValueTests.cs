namespace Halo.Unit.Core;

/// <summary>Values are typed: equality never crosses kinds.</summary>
[TestFixture, Category("Unit")]
public sealed class AttributeValueTests
{
    private static readonly AttributeValue[] Distinct = [default, "", "1", "1.0", "true", "(absent)", 1, 0, 1.5, true, false];

    [Test]
    public void Equals_EveryPairOfDistinctValues_OnlyItselfIsEqual()
    {
        for (var i = 0; i < Distinct.Length; i++)
        {
            for (var j = 0; j < Distinct.Length; j++) Assert.That(Distinct[i] == Distinct[j], Is.EqualTo(i == j), $"{Distinct[i].Kind} {Distinct[i]} and {Distinct[j].Kind} {Distinct[j]}");
        }
    }

    [Test]
    public void Equals_TextsOfEqualContent_IsTrue() => Assert.That(AttributeValue.Of(new string('x', 3)), Is.EqualTo(AttributeValue.Of("xxx")));

    [Test]
    public void Equals_IntegerAndDouble_IsTrue() => Assert.That((AttributeValue)1, Is.EqualTo((AttributeValue)1.0));

    [Test]
    public void Equals_TextsThatOnlyACultureEquates_IsFalse() => Assert.That(AttributeValue.Of("\u00e9") != AttributeValue.Of("e\u0301"), Is.True);

    [Test]
    public void Equals_ObjectOfAnotherType_IsFalse() => Assert.That(AttributeValue.Of("x").Equals((object)"x"), Is.False);

    [Test]
    public void GetHashCode_EqualValues_IsEqual()
    {
        AttributeValue[][] pairs = [[new string('x', 3), "xxx"], [1, 1.0], [-0.0, 0.0], [true, true], [default, AttributeValue.Of(null)]];
        foreach (var pair in pairs) Assert.That(pair[0].GetHashCode(), Is.EqualTo(pair[1].GetHashCode()), pair[0].ToString());
    }

    [Test]
    public void Of_NegativeZero_IsZero()
    {
        Assert.That(AttributeValue.Of(-0.0).TryGetNumber(out var number) && !double.IsNegative(number), Is.True);
        Assert.That(AttributeValue.Of(-0.0), Is.EqualTo(AttributeValue.Of(0.0)));
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    public void Of_NumberThatIsNotFinite_Throws(double number) => Assert.Throws<ArgumentOutOfRangeException>(() => AttributeValue.Of(number));

    [TestCase(double.MaxValue)]
    [TestCase(double.MinValue)]
    [TestCase(double.Epsilon)]
    public void Of_ExtremeFiniteNumber_KeepsIt(double number)
    {
        Assert.That(AttributeValue.Of(number).TryGetNumber(out var kept), Is.True);
        Assert.That(kept, Is.EqualTo(number));
    }

    [Test]
    public void Of_Null_IsAbsent() => Assert.That(AttributeValue.Of(null).Kind, Is.EqualTo(AttributeKind.None));

    [Test]
    public void Kind_OfEachValue_IsItsOwn() =>
        Assert.That(Distinct.Select(value => value.Kind), Is.EqualTo(new[]
        {
            AttributeKind.None, AttributeKind.String, AttributeKind.String, AttributeKind.String, AttributeKind.String, AttributeKind.String,
            AttributeKind.Number, AttributeKind.Number, AttributeKind.Number, AttributeKind.Boolean, AttributeKind.Boolean,
        }));

    [Test]
    public void TryGet_EachValue_SucceedsForItsKindOnly()
    {
        foreach (var value in Distinct)
        {
            var kinds = new List<AttributeKind>();
            if (value.TryGetString(out _)) kinds.Add(AttributeKind.String);
            if (value.TryGetNumber(out _)) kinds.Add(AttributeKind.Number);
            if (value.TryGetBoolean(out _)) kinds.Add(AttributeKind.Boolean);
            Assert.That(kinds, Is.EqualTo(value.Kind == AttributeKind.None ? Array.Empty<AttributeKind>() : [value.Kind]), value.ToString());
        }
    }

    [Test]
    public void TryGetBoolean_True_GivesTrue() => Assert.That(AttributeValue.Of(true).TryGetBoolean(out var flag) && flag, Is.True);

    [Test]
    public void TryGetBoolean_False_GivesFalse() => Assert.That(AttributeValue.Of(false).TryGetBoolean(out var flag) && !flag, Is.True);

    [Test]
    public void ToString_OfEachKind_IsPlainAndInvariant() =>
        Assert.That(new AttributeValue[] { "a b", 12.5, 1e300, true, false, default }.Select(value => value.ToString()),
            Is.EqualTo(new[] { "a b", "12.5", "1E+300", "true", "false", "(absent)" }));
}
