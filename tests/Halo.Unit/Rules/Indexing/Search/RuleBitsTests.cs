namespace Halo.Unit.Rules.Indexing;

/// <summary>Which numbers a set of bits holds.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class RuleBitsTests
{
    [TestCase(5, true)]
    [TestCase(4, false)]
    [TestCase(63, true)]
    [TestCase(64, false)]
    [TestCase(65, true)]
    [TestCase(69, false)]
    [TestCase(128, false)]
    [TestCase(133, false)]
    [TestCase(1_000_000, false)]
    public void Contains_Number_IsAsItsBitSays(int number, bool isIn) =>
        Assert.That(RuleBits.Contains([(1UL << 5) | (1UL << 63), 1UL << 1], number), Is.EqualTo(isIn));

    [Test]
    public void Contains_NoWords_IsFalse() => Assert.That(RuleBits.Contains([], 0), Is.False);

    [Test]
    public void With_NumberBeyondTheWords_AddsItAndKeepsTheOthers()
    {
        var bits = RuleBits.With([1UL << 5], 130);
        Assert.That(new[] { 5, 130, 6, 129 }.Select(number => RuleBits.Contains(bits, number)), Is.EqualTo(new[] { true, true, false, false }));
    }

    [Test]
    public void With_NumberWithinTheWords_LeavesTheOldOnesAlone()
    {
        ulong[] old = [1UL << 5];
        Assert.That((RuleBits.With(old, 6)[0], old[0]), Is.EqualTo(((1UL << 5) | (1UL << 6), 1UL << 5)));
    }
}
