namespace Halo.Unit.Rules.Model;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class GlobSegmentTests
{
    [TestCase("[a-b]", "xa", 1)]
    [TestCase("[a-b]?", "xab", 1)]
    [TestCase("[a-b]", "xyz", -1)]
    [TestCase("[a-b]c", "xa", -1)]
    [TestCase("ab", "xab", 1)]
    [TestCase("?abc[x-z]", "abcabcabcy", 5)]
    [TestCase("?abc[x-z]", "xabcabc", -1)]
    [TestCase("[a-b]a[c-d]bb?", "aacbbxxbadbbb", 0)]
    [TestCase("?b", "b", -1)]
    [TestCase("[a-b]??cd", "cdcdbxycd", 4)]
    [TestCase("[a-b]?2345678901234567", "xxa1234567890123456a12345678901234567", 19)]
    [TestCase("[\u00e0-\u00ff]?2345678901234567", "x\u00e91234567890123456\u00e912345678901234567", 18)]
    [TestCase("[a-b]?2345678901234567", "a1234567890123456", -1)]
    public void FindIn_SegmentAtTheEndOfTheText_IsFound(string segment, string text, int at) => Assert.That(Segment(segment).FindIn(text), Is.EqualTo(at));

    [TestCase("[0-9]", "0")]
    [TestCase("[A-C]?", "Aa")]
    public void AppendSample_SetWithoutSmallLetters_TakesOneOfItsOwn(string segment, string sample)
    {
        var text = new System.Text.StringBuilder();
        Segment(segment).AppendSample(text);
        Assert.That(text.ToString(), Is.EqualTo(sample));
    }

    // By bits where the segment is long: each length up to more than two words of 64.
    [Test]
    public void FindIn_SegmentOfAnyLength_IsFoundWhereItBegins([Range(1, 140)] int length)
    {
        var (segment, text) = (Segment("[x-z]" + new string('?', length - 1)), new string('a', 7) + "y" + new string('b', length + 5));
        Assert.That((segment.FindIn(text), segment.FindIn(text.AsSpan(0, 7 + length - 1)), segment.FindIn(text.AsSpan(8))), Is.EqualTo((7, -1, -1)));
    }

    private static GlobSegment Segment(string glob)
    {
        var elements = new List<GlobElement>();
        for (var i = 0; i < glob.Length; i++)
        {
            elements.Add(glob[i] switch
            {
                '[' => new GlobElement('\0', GlobCharacterSet.Parse(glob, ref i)),
                '?' => new GlobElement('\0', new GlobCharacterSet(negated: true, [])),
                var literal => new GlobElement(literal, null),
            });
        }

        return new GlobSegment([.. elements]);
    }
}
