namespace Halo.Unit.Rules.Json;

/// <summary>Every fault of a rule file, with its line, its rule and what would be right; all in one run.</summary>
[TestFixture, Category("Unit")]
public sealed class RuleFileFaultTests
{
    // One rule with one fault a line: what the line says, the code, and words of the message and of the help.
    private static readonly (string Line, string Code, string Says, string Helps)[] Rows =
    [
        ("""{"id": "sound", "when": {"type": "x"}, "route": "x"}""", "", "", ""),
        ("""{"id": "q01", "priority": 1.5, "when": {}, "route": "x"}""", DiagnosticCodes.InvalidValue, "'priority' must be a whole number", ""),
        ("""{"id": "q02", "priority": 3000000000, "when": {}, "route": "x"}""", DiagnosticCodes.InvalidValue, "of at most 32 bits", ""),
        ("""{"id": "q03", "priority": "high", "when": {}, "route": "x"}""", DiagnosticCodes.InvalidValue, "whole number of at most 32 bits, not a string", ""),
        ("""{"id": "q04", "when": {"cores": {"gte": 8, "lt": 4}}, "route": "x"}""", DiagnosticCodes.EmptyRange, "no number is inside", "Swap the bounds."),
        ("""{"id": "sound", "when": {}, "route": "x"}""", DiagnosticCodes.DuplicateRule, "has the same id as the rule on line 2", "another id"),
        ("""{"id": "q06", "priorty": 2, "when": {}, "route": "x"}""", DiagnosticCodes.UnknownProperty, "unknown property 'priorty'", "Did you mean 'priority'?"),
        ("""{"id": "q07", "color": 2, "when": {}, "route": "x"}""", DiagnosticCodes.UnknownProperty, "unknown property 'color'", "Known are id, priority, when, route, explanation."),
        ("""{"id": "q08", "when": {"os": {"regex": "(?=a)"}}, "route": "x"}""", DiagnosticCodes.InvalidPattern, "regex '(?=a)' of 'os'", "without backtracking"),
        ("""{"id": "q09", "when": {"os": {"in": []}}, "route": "x"}""", DiagnosticCodes.InvalidCondition, "empty list", "at least one value"),
        ("""{"id": "q10", "when": {"os": null}, "route": "x"}""", DiagnosticCodes.InvalidValue, "'os' is compared with null", """{"os": {"exists": false}}"""),
        ("""{"id": "q11", "when": {"os": ["a", "b"]}, "route": "x"}""", DiagnosticCodes.InvalidValue, "'os' is compared with an array", """{"os": {"in": [...]}}"""),
        ("""{"id": "q12", "when": {"os": {"prefix": ""}}, "route": "x"}""", DiagnosticCodes.InvalidCondition, "prefix of 'os' is empty", """{"exists": true}"""),
        ("""{"id": "q13", "when": {"os": {"glob": "[a"}}, "route": "x"}""", DiagnosticCodes.InvalidPattern, "write '\\['", ""),
        ("""{"id": "q14", "when": {}}""", DiagnosticCodes.MissingProperty, "'route' is missing", "an agent's name"),
        ("""{"id": "q15", "route": "x"}""", DiagnosticCodes.MissingProperty, "'when' is missing", "{} to match every task"),
        ("""{"id": "q16", "when": {}, "route": ""}""", DiagnosticCodes.MissingProperty, "'route' is empty", "an agent's name"),
        ("""{"when": {}, "route": "x"}""", DiagnosticCodes.MissingProperty, "Rule at position 18: 'id' is missing", "an id of its own"),
        ("""{"id": "q18", "when": {"any": 5}, "route": "x"}""", DiagnosticCodes.InvalidValue, "'any' must be an array, not a number", ""),
        ("""{"id": "q19", "when": {"all": [[]]}, "route": "x"}""", DiagnosticCodes.InvalidValue, "an element of 'all' must be an object, not an array", ""),
        ("""{"id": "q20", "when": {"not": "x"}, "route": "x"}""", DiagnosticCodes.InvalidValue, "'not' must be an object, not a string", ""),
        ("""{"id": "q21", "when": {}, "route": "x", "route": "y"}""", DiagnosticCodes.UnknownProperty, "property 'route' is given twice", "Keep one"),
        ("""{"id": "q22", "when": {"cores": {"gt": 1, "gte": 2}}, "route": "x"}""", DiagnosticCodes.InvalidCondition, "'cores' has two lower bounds", "Keep the tighter one."),
        ("""{"id": "q23", "when": {"os": {}}, "route": "x"}""", DiagnosticCodes.InvalidCondition, "'os' has no operator", "Known are eq, in, gt"),
        ("""{"id": "q24", "when": {"os": {"startsWith": "a", "eq": "a"}}, "route": "x"}""", DiagnosticCodes.UnknownProperty, "unknown property 'startsWith'", "Known are eq, in, gt"),
        ("""{"id": "q25", "when": {"os": {"prefx": "a"}}, "route": "x"}""", DiagnosticCodes.UnknownProperty, "unknown property 'prefx'", "Did you mean 'prefix'?"),
        ("""{"id": "q26", "when": {"cores": {"gte": "8"}}, "route": "x"}""", DiagnosticCodes.InvalidValue, "'gte' of 'cores' must be a number, not a string", ""),
        ("""{"id": "q27", "when": {"os": {"exists": "yes"}}, "route": "x"}""", DiagnosticCodes.InvalidValue, "'exists' of 'os' must be true or false, not a string", ""),
        ("""{"id": "q28", "when": {"os": {"regex": 5}}, "route": "x"}""", DiagnosticCodes.InvalidValue, "'regex' of 'os' must be a string, not a number", ""),
        ("""{"id": "q29", "when": {"os": {"in": "a"}}, "route": "x"}""", DiagnosticCodes.InvalidValue, "'in' of 'os' must be an array, not a string", ""),
        ("""{"id": "q30", "when": {"os": {"in": [null]}}, "route": "x"}""", DiagnosticCodes.InvalidValue, "an element of 'in' of 'os' must be a string, a number or a boolean, not null", ""),
        ("""{"id": "q31", "when": {"os": {"eq": null, "exists": true}}, "route": "x"}""", DiagnosticCodes.InvalidValue, "'eq' of 'os' must be a string, a number or a boolean, not null", ""),
        ("""{"id": "q32", "when": {"os": {"eq": {}}}, "route": "x"}""", DiagnosticCodes.InvalidValue, "'eq' of 'os' must be a string, a number or a boolean, not an object", ""),
        ("""{"id": "q33", "when": {"cores": 1e400}, "route": "x"}""", DiagnosticCodes.InvalidValue, "'cores' is a number too large", ""),
        ("""{"id": "q34", "when": {"os": "\ud800"}, "route": "x"}""", DiagnosticCodes.InvalidValue, "half of a surrogate pair", "whole Unicode"),
        ("""{"id": "q35", "when": [], "route": "x"}""", DiagnosticCodes.InvalidValue, "'when' must be an object, not an array", ""),
        ("""{"id": "q36", "when": {"os": "a", "os": "b"}, "route": "x"}""", DiagnosticCodes.UnknownProperty, "'os' is given twice", "Keep one"),
        ("""{"id": "q37", "when": {"": "a"}, "route": "x"}""", DiagnosticCodes.InvalidCondition, "an attribute without a name", "Name the attribute"),
        ("""{"id": "q38", "when": {"cores": {"gte": null}}, "route": "x"}""", DiagnosticCodes.InvalidValue, "'gte' of 'cores' must be a number, not null", ""),
        ("""{"id": 39, "when": {}, "route": "x"}""", DiagnosticCodes.InvalidValue, "'id' must be a string, not a number", ""),
        ("""{"id": "q40", "when": {}, "route": ["x"]}""", DiagnosticCodes.InvalidValue, "'route' must be a string, not an array", ""),
        ("""{"id": "q41", "when": {}, "route": "x", "explanation": {"a": [1]}}""", DiagnosticCodes.InvalidValue, "'explanation' must be a string, not an object", ""),
        ("7", DiagnosticCodes.InvalidValue, "Rule at position 43: a rule must be an object, not a number", ""),
        ("""{"when": {}, "route": "x"}""", DiagnosticCodes.MissingProperty, "Rule at position 44: 'id' is missing", ""),
        ("""{"id": "q45", "when": {"os": "a", "cores": {"in": [1]}, "cores": {"in": 5}}, "route": "x"}""", DiagnosticCodes.UnknownProperty, "'cores' is given twice", "Keep one"),
        ("""{"id": "q46", "when": {"os": "a", "os": {"in": 5}, "cores": 1}, "route": "x"}""", DiagnosticCodes.UnknownProperty, "'os' is given twice", "Keep one"),
        ("""{"id": "q47", "when": {"cores": {"lt": 1, "lte": 2}}, "route": "x"}""", DiagnosticCodes.InvalidCondition, "'cores' has two upper bounds", "Keep the tighter one."),
        ("""{"id": "q48", "\ud800": {"a": 1}, "when": {}, "route": "x"}""", DiagnosticCodes.InvalidValue, "half of a surrogate pair", "whole Unicode"),
        ("""{"id": "q49", "when": {"os": []}, "route": "x"}""", DiagnosticCodes.InvalidValue, "'os' is compared with an array", """{"os": {"in": [...]}}"""),
    ];

    private static IReadOnlyList<Diagnostic> Found => RuleFile.Read(System.Text.Encoding.UTF8.GetBytes($$"""{"rules": [{{"\n"}}{{string.Join(",\n", Rows.Select(row => row.Line))}}]}"""), "f.json").Diagnostics;

    private static IEnumerable<TestCaseData> Lines() => Faults.Cases(Rows);

    [TestCaseSource(nameof(Lines))]
    public void Read_FaultOfALine_IsNamedOnceWithItsRule(int line, string text, string code, string says, string helps)
    {
        var fault = Faults.OfLine(Found, "f.json", line, code, says, helps);
        if (fault is not null && text.StartsWith("{\"id\": \"", StringComparison.Ordinal)) Assert.That(fault.Message, Does.StartWith($"Rule '{text.Split('"')[3]}'"));
    }

    [Test]
    public void Read_AllFaults_EveryOneHasALineOfTheFile() => Assert.That(Found.Select(fault => fault.Location.Line), Is.All.InRange(2, Rows.Length + 1));

    [Test]
    public void Read_AllLines_AreFaultyButTheFirst() => Assert.That(Found, Has.Count.EqualTo(Rows.Length - 1));

    [TestCase("""{"rules": {}}""", DiagnosticCodes.InvalidValue, "'rules' must be an array, not an object")]
    [TestCase("""[]""", DiagnosticCodes.InvalidValue, "a rule file must be an object, not an array")]
    [TestCase("null", DiagnosticCodes.InvalidValue, "a rule file must be an object, not null")]
    [TestCase("{}", DiagnosticCodes.MissingProperty, "the file has no 'rules'")]
    [TestCase("""{"rules": null}""", DiagnosticCodes.MissingProperty, "the file has no 'rules'")]
    [TestCase("""{"rules": [], "rules": []}""", DiagnosticCodes.UnknownProperty, "property 'rules' is given twice")]
    [TestCase("""{"rules": [], "rule": []}""", DiagnosticCodes.UnknownProperty, "unknown property 'rule'")]
    [TestCase("""{"rules": [], "$schema": 5}""", DiagnosticCodes.InvalidValue, "'$schema' must be a string")]
    public void Parse_WrongDocument_IsRefused(string json, string code, string says)
    {
        var fault = Faults.Only(() => RuleFile.Parse(json));
        Assert.That(fault.Code, Is.EqualTo(code));
        Assert.That(fault.Message, Does.Contain(says));
    }
}
