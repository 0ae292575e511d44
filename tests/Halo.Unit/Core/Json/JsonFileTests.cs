using System.Text;

namespace Halo.Unit.Core;

/// <summary>What every JSON file has in common, shown on rule files.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class JsonFileTests
{
    [Test]
    public void Read_MoreItemsThanTheLimit_IsOneFaultOfTheFileAndTheRestIsRead()
    {
        const string text = """{"rules": [{"id":"a","when":{},"route":"x"}, {"b":[1]}, {"c":[2]}, {"d":[3]}], "more": 1}""";
        Assert.That(Messages(text, new InputLimits { MaxItems = 1 }), Is.EqualTo(new[] { "the file has more than 1 rules.", "unknown property 'more'." }));
    }

    [Test]
    public void Read_FaultBehindTheRules_BelongsToNoRule() =>
        Assert.That(Messages("""{"rules": [{"id":"a","when":{},"route":"x"}], "more": 1}"""), Is.EqualTo(new[] { "unknown property 'more'." }));

    [Test]
    public void Read_TextLargerThanTheLimit_IsNotParsed() =>
        Assert.That(Messages("{}", new InputLimits { MaxBytes = 1 }), Is.EqualTo(new[] { "The file is larger than 1 bytes." }));

    [Test]
    public void Read_TextOfExactlyTheLimit_IsParsed() =>
        Assert.That(Messages("{\"rules\":[]}", new InputLimits { MaxBytes = 12 }), Is.Empty);

    [Test]
    public void Read_BrokenText_NamesLineAndColumn()
    {
        var fault = Faults.Only(Read("{\"rules\":\n[\n  {\"id\" 5}]}").Diagnostics);
        Assert.That((fault.Location.Line, fault.Location.Column, fault.Message), Is.EqualTo((3, 9, "This is not valid JSON. A colon is missing before '5'.")));
    }

    [Test]
    public void Read_IdBehindOtherProperties_NamesTheRule()
    {
        const string text = """{"rules": [{"when": {"id": "no", "a": {"in": [1, "id"]}}, "priority": 1, "id": "yes"}]}""";
        Assert.That(Messages(text), Is.EqualTo(new[] { "Rule 'yes': 'route' is missing." }));
    }

    [TestCase("""{"when": {}}""", "Rule at position 2: 'id' is missing.", "Rule at position 2: 'route' is missing.")]
    [TestCase("""{"id": 7, "when": {}, "route": "x"}""", "Rule at position 2: 'id' must be a string, not a number.")]
    [TestCase("""{"id": "", "when": {}, "route": ""}""", "Rule '': 'id' is empty.", "Rule '': 'route' is empty.")]
    [TestCase("""{"id": "b", "route": "x"}""", "Rule 'b': 'when' is missing.")]
    public void Read_SecondRuleWithoutWhatItNeeds_NamesAll(string rule, params string[] messages) =>
        Assert.That(Messages($$"""{"rules": [{"id":"a","when":{},"route":"x"}, {{rule}}]}"""), Is.EqualTo(messages));

    [Test]
    public void Read_ManyTexts_KeepsEachApart()
    {
        // Far more than are remembered, some escaped, some long, most of one length.
        string[] ids = [.. Enumerable.Range(0, 3_000).Select(i => i % 100 == 0 ? $"{i:0000}\"q" : i % 101 == 0 ? $"{i:0000}{new string('x', 65)}" : $"{i:0000}")];
        var rules = RuleSet.Create(ids.Select(id => new RoutingRule(id, When.Attribute(id).Is(id), id)));
        var read = RuleFile.Parse(RuleFile.ToJson(rules));
        Assert.That(read.Select(rule => (rule.Id, rule.When, rule.Agent)), Is.EqualTo(rules.Select(rule => (rule.Id, rule.When, rule.Agent))));
    }

    [Test]
    public void Read_ManyUnknownProperties_SuggestsForTheFirstOnly()
    {
        var text = $$"""{"rules": [{{string.Join(',', Enumerable.Range(0, 250).Select(i => $$"""{"id":"r{{i}}","when":{},"route":"x","prioritx":1}"""))}}]}""";
        var helps = Read(text).Diagnostics.Where(fault => fault.Code == DiagnosticCodes.UnknownProperty).Select(fault => fault.Help).ToList();
        Assert.That((helps[0], helps.Count(help => help.Length > 0) < helps.Count), Is.EqualTo(("Did you mean 'priority'?", true)));
    }

    private static LoadResult<RuleSet> Read(string text, InputLimits? limits = null) => RuleFile.Read(Encoding.UTF8.GetBytes(text).AsSpan(), "f.json", limits);

    private static IEnumerable<string> Messages(string text, InputLimits? limits = null) => Read(text, limits).Diagnostics.Select(fault => fault.Message);
}
