using System.Numerics;
using FsCheck.Fluent;

namespace Halo.Unit.Rules.Model;

/// <summary>The order of doubles and whole numbers of 64 bits, each against large integers.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ExactNumberTests
{
    private const long TwoTo53 = 9007199254740992;

    private static readonly long[] Integers = [.. new[] { 0, TwoTo53, -TwoTo53, TwoTo53 * 2, TwoTo53 * 4, -TwoTo53 * 16 }
        .SelectMany(center => Enumerable.Range(-5, 11).Select(i => center + i)).Concat([long.MaxValue, long.MaxValue - 1, long.MaxValue - 1023, long.MaxValue - 1024, long.MinValue, long.MinValue + 1])];

    private static readonly double[] Doubles = [-0.0, 0.5, 1e-300, -1e300, 9223372036854775808.0, -9223372036854777856.0, double.MaxValue, double.NegativeInfinity];

    [Test]
    public void CompareTo_EveryPair_IsAsOfTheNumbers()
    {
        var all = Integers.Select(whole => (ExactNumber.Of(whole), (BigInteger)whole)).ToArray();
        var wrong = from one in all
                    from other in all
                    let order = one.Item2.CompareTo(other.Item2)
                    where Math.Sign(one.Item1.CompareTo(other.Item1)) != order || (one.Item1 <= other.Item1) != (order <= 0) || (one.Item1 < other.Item1) != (order < 0)
                        || (one.Item1 >= other.Item1) != (order >= 0) || (one.Item1 > other.Item1) != (order > 0) || (one.Item1 == other.Item1) != (order == 0)
                    select (one, other);
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void NextAndPrevious_EveryInteger_LeadBack()
    {
        var numbers = Integers.Select(ExactNumber.Of).Concat(Doubles.Where(double.IsFinite).Select(ExactNumber.Of)).ToArray();
        Assert.That(numbers.Where(number => number.Next().Previous() != number || number.Previous().Next() != number || !(number < number.Next()) || !(number.Previous() < number)), Is.Empty);
    }

    [TestCase(TwoTo53, TwoTo53 + 1)]
    [TestCase(TwoTo53 + 1, TwoTo53 + 2)]
    [TestCase(-TwoTo53 - 2, -TwoTo53 - 1)]
    [TestCase(-TwoTo53 - 1, -TwoTo53)]
    [TestCase(long.MaxValue - 1, long.MaxValue)]
    public void Next_LargeInteger_IsTheNextInteger(long number, long next) => Assert.That(ExactNumber.Of(number).Next(), Is.EqualTo(ExactNumber.Of(next)));

    [Test]
    public void Next_LargestInteger_IsTwoTo63() => Assert.That(ExactNumber.Of(long.MaxValue).Next(), Is.EqualTo(ExactNumber.Of(9223372036854775808.0)));

    [Test]
    public void Next_SmallNumber_IsTheNextDouble() => Assert.That(ExactNumber.Of(1L).Next(), Is.EqualTo(ExactNumber.Of(Math.BitIncrement(1.0))));

    [Test]
    public void Ceiling_EveryInteger_IsTheNextDoubleAtOrAboveIt() =>
        Assert.That(Integers.Where(whole => ExactNumber.Of(whole) is var number && !((BigInteger)number.Floor <= whole && (BigInteger)number.Ceiling >= whole)), Is.Empty);

    [Test]
    public void Contains_RandomBoundsAndNumbers_IsAsOfLargeIntegers()
    {
        var numbers = from center in Gen.Elements(0L, TwoTo53, -TwoTo53, TwoTo53 * 8, long.MaxValue - 2_000, long.MinValue + 2_000) from off in Gen.Choose(-1_500, 1_500) select center + off;
        var inputs = from low in numbers from width in Gen.Choose(-3, 5) from number in numbers from near in Gen.Choose(-3, 8) from inclusive in Gen.Choose(0, 3) select (low, high: low + width, number, near, inclusive);
        Check.ForAll(inputs, 20_000, input =>
        {
            var (isLow, isHigh) = ((input.inclusive & 1) != 0, (input.inclusive & 2) != 0);
            var range = RangeCondition.Of("a", input.low, input.high, isLow, isHigh);
            foreach (var number in new[] { input.number, input.low + input.near })
            {
                var expected = (isLow ? number >= input.low : number > input.low) && (isHigh ? number <= input.high : number < input.high);
                if (range.Contains((AttributeValue)number) != expected) return $"{number} in {range} should be {expected}";
                if (expected && range.IsEmpty) return $"{range} is not empty";
                if (expected && !(range.Low <= number && number <= range.High)) return $"{number} lies outside the doubles around {range}";
            }

            return null;
        });
    }
}
