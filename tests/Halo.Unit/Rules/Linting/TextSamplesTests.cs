namespace Halo.Unit.Rules.Linting;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class TextSamplesTests
{
    [Test]
    public void Of_NoTestOfText_IsEmpty() => Assert.That(TextSamples.Of([new EqualsCondition("a", "x")]), Is.Empty);

    [Test]
    public void Of_Prefix_IsEveryTextOfItsParts() =>
        Assert.That(TextSamples.Of([new PrefixCondition("a", "ab")]), Is.EqualTo(new AttributeValue[] { "x", "abx", "ab" }));

    [Test]
    public void Of_PrefixAndSuffix_AlsoJoinsThem() =>
        Assert.That(TextSamples.Of([new PrefixCondition("a", "ab"), new SuffixCondition("a", "cd")]),
            Is.EqualTo(new AttributeValue[] { "x", "xcd", "abx", "abxcd", "cd", "ab", "abcd" }));

    [Test]
    public void Of_HalfASurrogatePair_LeavesOutTextsThatNobodyCanWrite() =>
        Assert.That(TextSamples.Of([new PrefixCondition("a", "\uD83D"), new SuffixCondition("a", "\uDE00")]), Is.EqualTo(new AttributeValue[] { "x", "\uD83D\uDE00" }));

    [Test]
    public void Of_GlobWithinALongerPrefix_AddsOnlyWhatIsMissing() =>
        Assert.That(TextSamples.Of([new GlobCondition("a", "ab*"), new PrefixCondition("a", "abac")]), Does.Contain(AttributeValue.Of("abac")));

    [Test]
    public void Of_GlobWithinALongerSuffix_AddsOnlyWhatIsMissing() =>
        Assert.That(TextSamples.Of([new GlobCondition("a", "*ab"), new SuffixCondition("a", "cbab")]), Does.Contain(AttributeValue.Of("cbab")));
}
