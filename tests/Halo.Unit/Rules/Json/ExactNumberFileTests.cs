namespace Halo.Unit.Rules.Json;

/// <summary>Numbers in files are read exactly, written exactly, or are faults with their line.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ExactNumberFileTests
{
    [TestCase("""{"n": 9007199254740993}""", 9007199254740993, true)]
    [TestCase("""{"n": 9007199254740993}""", 9007199254740992, false)]
    [TestCase("""{"n": {"in": [9007199254740993]}}""", 9007199254740994, false)]
    [TestCase("""{"n": {"gte": 9007199254740993}}""", 9007199254740993, true)]
    [TestCase("""{"n": {"gte": 9007199254740993}}""", 9007199254740992, false)]
    [TestCase("""{"n": {"lt": 9007199254740993}}""", 9007199254740992, true)]
    [TestCase("""{"n": {"lt": 9007199254740993}}""", 9007199254740993, false)]
    public void Parse_RuleForALargeInteger_MatchesExactly(string when, long number, bool matches) =>
        Assert.That(new RuleIndex(RuleFile.Parse(File(when))).TryMatch([new("n", number)], out _), Is.EqualTo(matches));

    [TestCase("""{"n":9007199254740993}""")]
    [TestCase("""{"n":{"gte":9007199254740993,"lt":9223372036854775807}}""")]
    [TestCase("""{"n":{"in":[9007199254740993,1732572000123456789,0.1,1000000000000000]}}""")]
    public void ToJson_LargeIntegers_AreWrittenWithAllTheirDigits(string when) =>
        Assert.That(string.Concat(RuleFile.ToJson(RuleFile.Parse(File(when))).Where(c => !char.IsWhiteSpace(c))), Does.Contain(when));

    [TestCase("""{"n": 1e400}""")]
    [TestCase("""{"n": 18446744073709551616}""")]
    [TestCase("""{"n": {"in": [1, 3.14159265358979323846]}}""")]
    [TestCase("""{"n": {"gte": 9223372036854775808}}""")]
    [TestCase("""{"n": {"lt": -1e400}}""")]
    public void Parse_RuleForANumberThatCannotBeHeld_IsAFaultWithItsLine(string when)
    {
        var fault = Faults.Only(() => RuleFile.Parse(File(when), "rules.json"));
        Assert.That((fault.Location.Line, fault.Message), Is.EqualTo((2, fault.Message)).And.Matches<(int, string)>(found => found.Item2.StartsWith("Rule 'r': ", StringComparison.Ordinal) && found.Item2.Contains("'n'")));
    }

    [TestCase("1732572000123456789")]
    [TestCase("0.1")]
    [TestCase("-9223372036854775808")]
    public void Parse_TaskWithANumber_KeepsItAsItIsWritten(string number) =>
        Assert.That(GraphFile.Parse(Graph(number))[0].Attributes["ns"].ToString(), Is.EqualTo(number));

    [TestCase("1e400", "too large")]
    [TestCase("1e-400", "held exactly")]
    [TestCase("18446744073709551616", "held exactly")]
    [TestCase("0.12345678901234567890", "held exactly")]
    public void Parse_TaskWithANumberThatCannotBeHeld_IsAFaultWithItsLine(string number, string says)
    {
        var fault = Faults.Only(() => GraphFile.Parse(Graph(number), "graph.json"));
        Assert.That((fault.Location.Line, fault.Message.Contains("attribute 'ns'"), fault.Message.Contains(says)), Is.EqualTo((2, true, true)), fault.ToString());
    }

    private static string File(string when) => $"{{\"rules\":[\n{{\"id\":\"r\",\"when\":{when},\"route\":\"agent\"}}]}}";

    private static string Graph(string number) => $"{{\"tasks\":[\n{{\"id\":\"t\",\"type\":\"x\",\"attributes\":{{\"ns\":{number}}}}}]}}";
}
