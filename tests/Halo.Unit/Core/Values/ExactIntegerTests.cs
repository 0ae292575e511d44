namespace Halo.Unit.Core;

/// <summary>Whole numbers of 64 bits are held exactly, beside doubles that they equal where they are the same number.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ExactIntegerTests
{
    private const long TwoTo53 = 9007199254740992;

    private static readonly long[] Integers =
        [0, 1, -1, TwoTo53 - 1, TwoTo53, TwoTo53 + 1, TwoTo53 + 2, -TwoTo53 - 1, 1732572000123456789, long.MaxValue - 1024, long.MaxValue - 1, long.MaxValue, long.MinValue, long.MinValue + 1];

    [Test]
    public void Equals_EveryPairOfIntegers_OnlyItselfIsEqual() =>
        Assert.That(from one in Integers from other in Integers where (AttributeValue.Of(one) == AttributeValue.Of(other)) != (one == other) select (one, other), Is.Empty);

    [Test]
    public void GetHashCode_NeighboursThatNoDoubleTellsApart_Differ() =>
        Assert.That(AttributeValue.Of(TwoTo53 + 1).GetHashCode(), Is.Not.EqualTo(AttributeValue.Of(TwoTo53).GetHashCode()));

    [TestCase(1L, 1.0, true)]
    [TestCase(TwoTo53, 9007199254740992.0, true)]
    [TestCase(TwoTo53 + 1, 9007199254740992.0, false)]
    [TestCase(long.MinValue, -9223372036854775808.0, true)]
    [TestCase(long.MaxValue, 9223372036854775808.0, false)]
    public void Equals_IntegerAndDouble_IsTrueOfTheSameNumber(long whole, double number, bool equal) =>
        Assert.That(AttributeValue.Of(whole) == AttributeValue.Of(number), Is.EqualTo(equal));

    [Test]
    public void TryGetInteger_EveryInteger_IsItself() =>
        Assert.That(Integers.Select(whole => AttributeValue.Of(whole).TryGetInteger(out var kept) ? kept : -7), Is.EqualTo(Integers));

    [TestCase(1.5)]
    [TestCase(1e300)]
    [TestCase(9223372036854775808.0)]
    [TestCase(-9223372036854777856.0)]
    public void TryGetInteger_NumberThatIsNone_IsFalse(double number) => Assert.That(AttributeValue.Of(number).TryGetInteger(out _), Is.False);

    [Test]
    public void TryGetInteger_OtherKinds_IsFalse() =>
        Assert.That(new AttributeValue[] { "1", true, default }.Select(value => value.TryGetInteger(out _)), Has.All.False);

    [Test]
    public void TryGetNumber_IntegerThatNoDoubleHolds_IsTheNearestDouble() =>
        Assert.That(AttributeValue.Of(TwoTo53 + 1).TryGetNumber(out var number) ? number : 0, Is.EqualTo(9007199254740992.0));

    [Test]
    public void Kind_IntegerThatNoDoubleHolds_IsNumber() => Assert.That(AttributeValue.Of(long.MaxValue).Kind, Is.EqualTo(AttributeKind.Number));

    [Test]
    public void ToString_EveryInteger_HasAllItsDigits() => Assert.That(Integers.Select(whole => AttributeValue.Of(whole).ToString()), Is.EqualTo(Integers.Select(whole => $"{whole}")));

    [Test]
    public void ToString_LargeWholeDouble_HasAllItsDigits() => Assert.That(AttributeValue.Of(1e15).ToString(), Is.EqualTo("1000000000000000"));

    [Test]
    public void Conversion_OfALong_IsExact() => Assert.That(((AttributeValue)(TwoTo53 + 1)).ToString(), Is.EqualTo("9007199254740993"));
}
