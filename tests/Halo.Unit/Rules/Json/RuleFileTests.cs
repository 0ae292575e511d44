using System.Text;

namespace Halo.Unit.Rules.Json;

/// <summary>Every form of a sound rule file.</summary>
[TestFixture, Category("Unit")]
public sealed class RuleFileTests
{
    private static readonly AttributeTest A = When.Attribute("a");

    public static IEnumerable<TestCaseData> Conditions()
    {
        (string Json, Condition When)[] rows =
        [
            ("{}", When.Always), ("""{"a": "x"}""", A.Is("x")), ("""{"a": ""}""", A.Is("")), ("""{"a": 1}""", A.Is(1)), ("""{"a": 1.50}""", A.Is(1.5)), ("""{"a": -2e-3}""", A.Is(-0.002)),
            ("""{"a": true}""", A.Is(true)), ("""{"a": false}""", A.Is(false)), ("""{"a": {"eq": "x"}}""", A.Is("x")), ("""{"a": {"eq": 0}}""", A.Is(0)), ("""{"a": {"eq": false}}""", A.Is(false)),
            ("""{"a": {"in": ["x", 1, true]}}""", A.In("x", 1, true)), ("""{"a": {"in": ["x"]}}""", A.In("x")),
            ("""{"a": {"gt": 1}}""", A.GreaterThan(1)), ("""{"a": {"gte": 1}}""", A.AtLeast(1)), ("""{"a": {"lt": 1}}""", A.LessThan(1)), ("""{"a": {"lte": 1}}""", A.AtMost(1)),
            ("""{"a": {"gte": 1, "lt": 5}}""", new RangeCondition("a", 1, 5, true, false)), ("""{"a": {"lte": 5, "gt": 1}}""", new RangeCondition("a", 1, 5, false)),
            ("""{"a": {"prefix": "x"}}""", A.StartsWith("x")), ("""{"a": {"suffix": "x"}}""", A.EndsWith("x")), ("""{"a": {"glob": "x*"}}""", A.Like("x*")), ("""{"a": {"regex": "^x"}}""", A.Matches("^x")),
            ("""{"a": {"exists": true}}""", A.Exists()), ("""{"a": {"exists": false}}""", !A.Exists()), ("""{"a": {"prefix": "x", "suffix": "y"}}""", A.StartsWith("x") & A.EndsWith("y")),
            ("""{"a": {"gte": 1, "exists": true}}""", A.Exists() & A.AtLeast(1)), ("""{"a": "x", "b": 1}""", A.Is("x") & When.Attribute("b").Is(1)),
            ("""{"all": [{"a": "x"}, {"a": "y"}]}""", A.Is("x") & A.Is("y")), ("""{"any": [{"a": "x"}, {}]}""", A.Is("x") | When.Always), ("""{"not": {"a": "x"}}""", !A.Is("x")),
            ("""{"not": {"any": [{"a": "x"}]}, "a": 1}""", !When.Any(A.Is("x")) & A.Is(1)), ("""{"any": [{"all": [{"a": 1}]}]}""", When.Any(When.All(A.Is(1)))),
            ("""{"a": "\u0041\n\ud83d\ude00"}""", A.Is("A\n\U0001F600")), ("""{"type": "x"}""", When.Type("x")), ("""{"ALL": "x"}""", When.Attribute("ALL").Is("x")),
        ];
        return rows.Select(row => new TestCaseData(row.Json, row.When).SetArgDisplayNames(row.Json));
    }

    [TestCaseSource(nameof(Conditions))]
    public void Parse_Condition_IsRead(string json, Condition when) => Assert.That(RuleFile.Parse($$"""{"rules": [{"id": "r", "when": {{json}}, "route": "x"}]}""")[0].When, Is.EqualTo(when));

    [Test]
    public void Parse_FullRule_ReadsEveryProperty() =>
        Assert.That(RuleFile.Parse("""{"$schema": "s", "rules": [{"explanation": "why", "route": "x", "when": {}, "priority": -7, "id": "r"}]}""")[0],
            Is.EqualTo(new RoutingRule("r", When.Always, "x", -7, "why")));

    [Test]
    public void Parse_LeastRule_HasDefaults() =>
        Assert.That(RuleFile.Parse("""{"rules": [{"id": "r", "when": {}, "route": "x"}]}""")[0], Is.EqualTo(new RoutingRule("r", When.Always, "x")));

    [TestCase(int.MaxValue)]
    [TestCase(int.MinValue)]
    public void Parse_ExtremePriority_IsKept(int priority) => Assert.That(RuleFile.Parse($$"""{"rules": [{"id": "r", "priority": {{priority}}, "when": {}, "route": "x"}]}""")[0].Priority, Is.EqualTo(priority));

    [TestCase("priority")]
    [TestCase("explanation")]
    public void Parse_NullOfAnOptionalProperty_CountsAsNotGiven(string property) =>
        Assert.That(RuleFile.Parse($$"""{"rules": [{"id": "r", "when": {}, "route": "x", "{{property}}": null}]}""")[0], Is.EqualTo(new RoutingRule("r", When.Always, "x")));

    [Test]
    public void Parse_NoRules_IsTheEmptySet() => Assert.That(RuleFile.Parse("""{"rules": []}"""), Is.Empty);

    [Test]
    public void Parse_SeveralRules_KeepsTheirOrder() =>
        Assert.That(RuleFile.Parse("""{"rules": [{"id": "b", "when": {}, "route": "x"}, {"id": "a", "when": {}, "route": "x"}]}""").Select(rule => rule.Id), Is.EqualTo(new[] { "b", "a" }));

    [Test]
    public void Read_ByteOrderMark_IsPassedOver() => Assert.That(RuleFile.Read([0xEF, 0xBB, 0xBF, .. "{\"rules\":[]}"u8]).OrThrow(), Is.Empty);

    [Test]
    public void ToJson_Rule_HasALineForEachProperty() =>
        Assert.That(RuleFile.ToJson(RuleSet.Create(new RoutingRule("r", A.Is(1), "x"))).ReplaceLineEndings("\n"),
            Is.EqualTo("{\n  \"rules\": [\n    {\n      \"id\": \"r\",\n      \"when\": {\n        \"a\": 1\n      },\n      \"route\": \"x\"\n    }\n  ]\n}"));

    [Test]
    public void Load_File_GivesItsRulesWithTheirPlace()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("rules.json");
        File.WriteAllText(path, "{\"rules\": [\n{\"id\": \"r\", \"when\": {}, \"route\": \"x\"}]}", new UTF8Encoding(true));
        Assert.That(RuleFile.Load(path).LocationOf(0), Is.EqualTo(new SourceLocation(path, 2, 1)));
    }
}
