namespace Halo.Unit.Rules.Model;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class GlobSegmentTests
{
    [TestCase("[a-b]", "xa", 1)]
    [TestCase("[a-b]?", "xab", 1)]
    [TestCase("[a-b]", "xyz", -1)]
    [TestCase("[a-b]c", "xa", -1)]
    [TestCase("ab", "xab", 1)]
    public void FindIn_SegmentAtTheEndOfTheText_IsFound(string segment, string text, int at) => Assert.That(Segment(segment).FindIn(text), Is.EqualTo(at));

    [TestCase("[0-9]", "0")]
    [TestCase("[A-C]?", "Aa")]
    public void AppendSample_SetWithoutSmallLetters_TakesOneOfItsOwn(string segment, string sample)
    {
        var text = new System.Text.StringBuilder();
        Segment(segment).AppendSample(text);
        Assert.That(text.ToString(), Is.EqualTo(sample));
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
