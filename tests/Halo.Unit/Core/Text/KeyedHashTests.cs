namespace Halo.Unit.Core;

/// <summary>The hash of texts and words: equal input gives equal hashes, and nothing of the input is left out.</summary>
[TestFixture, Category("Unit")]
public sealed class KeyedHashTests
{
    [Test]
    public void Of_EqualTexts_IsEqualForEveryLength()
    {
        for (var length = 0; length <= 40; length++) Assert.That(KeyedHash.Of(new string('x', length)), Is.EqualTo(KeyedHash.Of(string.Concat(Enumerable.Repeat("x", length)))), $"length {length}");
    }

    // With 32 bits a handful of these pairs may collide by chance; a place that is not hashed makes many.
    [Test]
    public void Of_TextsThatDifferInOnePlace_Differs()
    {
        for (var length = 1; length <= 40; length++)
        {
            var same = 0;
            for (var at = 0; at < length; at++)
            {
                var changed = new string('x', length).ToCharArray();
                changed[at] = 'y';
                if (KeyedHash.Of(new string(changed)) == KeyedHash.Of(new string('x', length))) same++;
            }

            Assert.That(same, Is.Zero, $"length {length}");
        }
    }

    [Test]
    public void Of_TextsOfDifferentLengthOrWithZeros_Differs() =>
        Assert.That(new[] { "", "\0", "\0\0", "\0\0\0", "\0\0\0\0", "\0\0\0\0\0", "\0\0\0\0\0\0\0\0", "\0\0\0\0\0\0\0\0\0", "ab", "ba", "ab\0", "abab", "baba" }.Select(KeyedHash.Of), Is.Unique);

    [Test]
    public void Of_HundredThousandSimilarIds_SeldomCollides()
    {
        var distinct = Enumerable.Range(0, 100_000).Select(i => KeyedHash.Of($"task-{i}")).ToHashSet().Count;
        Assert.That(distinct, Is.GreaterThan(99_980), "One pair in 4 billion, so one or two in all.");
    }

    [Test]
    public void Of_EqualNumbers_IsEqual() =>
        Assert.That((KeyedHash.Of(-0.0), KeyedHash.Of(BitConverter.Int64BitsToDouble(-1))), Is.EqualTo((KeyedHash.Of(0.0), KeyedHash.Of(double.NaN))), "Zeros, and what is not a number.");

    [Test]
    public void Of_DifferentNumbers_Differs() => Assert.That(new[] { 0, 1, -1, 0.5, double.NaN, double.MaxValue, double.PositiveInfinity }.Select(KeyedHash.Of), Is.Unique);

    [Test]
    public void Of_NumbersOfSimpleForm_SeldomCollideInTheirLowBits()
    {
        // Tables take their place from the low bits: whole numbers and halves must not share a few places.
        var places = Enumerable.Range(0, 65_536).Select(i => KeyedHash.Of(BitConverter.DoubleToUInt64Bits(i / 2.0)) & 0xFFFF).ToHashSet().Count;
        Assert.That(places, Is.GreaterThan(38_000), "Chance fills 63 per cent of the places.");
    }
}
