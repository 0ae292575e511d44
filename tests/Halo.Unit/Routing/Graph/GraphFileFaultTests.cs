namespace Halo.Unit.Routing.Graph;

/// <summary>Every fault of a graph file, with its line, its task and what would be right; all in one run.</summary>
[TestFixture, Category("Unit")]
public sealed class GraphFileFaultTests
{
    // One task with one fault a line: what the line says, the code, and words of the message and of the help.
    private static readonly (string Line, string Code, string Says, string Helps)[] Rows =
    [
        ("""{"id": "sound", "type": "x"}""", "", "", ""),
        ("""{"id": "q01", "type": "x", "dependsOn": ["soud"]}""", DiagnosticCodes.UnknownDependency, "it depends on 'soud'", "Did you mean 'sound'?"),
        ("""{"id": "q02", "type": "x", "dependsOn": ["q02"]}""", DiagnosticCodes.SelfLoop, "depends on itself", "Remove"),
        ("""{"id": "sound", "type": "x"}""", DiagnosticCodes.DuplicateTask, "the task on line 2 has the same id", "another id"),
        ("""{"id": "q04"}""", DiagnosticCodes.MissingProperty, "'type' is missing", "kind of work"),
        ("""{"id": "q05", "type": ""}""", DiagnosticCodes.MissingProperty, "'type' is missing or empty", "kind of work"),
        ("""{"id": "q06", "type": 5}""", DiagnosticCodes.InvalidValue, "'type' must be a string, not a number", ""),
        ("""{"type": "x"}""", DiagnosticCodes.MissingProperty, "'id' is missing", "an id of its own"),
        ("""{"id": null, "type": "x"}""", DiagnosticCodes.MissingProperty, "'id' is missing", "an id of its own"),
        ("""{"id": 9, "type": "x"}""", DiagnosticCodes.InvalidValue, "'id' must be a string, not a number", ""),
        ("""{"id": "", "type": "x"}""", DiagnosticCodes.MissingProperty, "'id' is missing or empty", "an id of its own"),
        ("""{"id": "q11", "type": "x", "dependson": []}""", DiagnosticCodes.UnknownProperty, "unknown property 'dependson'", "Did you mean 'dependsOn'?"),
        ("""{"id": "q12", "type": "x", "type": "y"}""", DiagnosticCodes.UnknownProperty, "property 'type' is given twice", "Keep one"),
        ("""{"id": "q13", "type": "x", "dependsOn": "sound"}""", DiagnosticCodes.InvalidValue, "'dependsOn' must be an array, not a string", ""),
        ("""{"id": "q14", "type": "x", "dependsOn": [null]}""", DiagnosticCodes.InvalidValue, "an element of 'dependsOn' must be a string, not null", ""),
        ("""{"id": "q15", "type": "x", "attributes": []}""", DiagnosticCodes.InvalidValue, "'attributes' must be an object, not an array", ""),
        ("""{"id": "q16", "type": "x", "attributes": {"a": [1]}}""", DiagnosticCodes.InvalidValue, "attribute 'a' must be a string, a number or a boolean, not an array", ""),
        ("""{"id": "q17", "type": "x", "attributes": {"a": 1, "a": 2}}""", DiagnosticCodes.UnknownProperty, "attribute 'a' is given twice", "Keep one"),
        ("""{"id": "q18", "type": "x", "attributes": {"type": "y"}}""", DiagnosticCodes.InvalidTask, "attribute 'type'", "Rename"),
        ("""{"id": "q19", "type": "x", "attributes": {"a": 1e400}}""", DiagnosticCodes.InvalidValue, "attribute 'a' is a number too large", ""),
        ("""{"id": "q20", "type": "x", "attributes": {"a": "\udc00"}}""", DiagnosticCodes.InvalidValue, "half of a surrogate pair", "whole Unicode"),
        ("""{"id": "q21", "type": "x", "status": "done"}""", DiagnosticCodes.InvalidValue, "unknown status 'done'", "pending, inProgress, completed, failed"),
        ("""{"id": "q22", "type": "x", "status": 1}""", DiagnosticCodes.InvalidValue, "'status' must be a string, not a number", ""),
        ("""{"id": "q23", "type": "x", "agent": true}""", DiagnosticCodes.InvalidValue, "'agent' must be a string, not a boolean", ""),
        ("""{"id": "q24", "type": "x", "estimate": "soon"}""", DiagnosticCodes.InvalidValue, "'estimate' must be a number, not a string", ""),
        ("""{"id": "q25", "type": "x", "estimate": -1}""", DiagnosticCodes.InvalidValue, "'estimate' is -1.", "from 0 to 1000000000 seconds"),
        ("""{"id": "q26", "type": "x", "estimate": {"a": -1}}""", DiagnosticCodes.InvalidValue, "'estimate' of agent 'a' is -1.", "from 0 to 1000000000 seconds"),
        ("""{"id": "q27", "type": "x", "estimate": {"a": 1, "a": 1}}""", DiagnosticCodes.UnknownProperty, "'estimate' of agent 'a' is given twice", "Keep one"),
        ("""{"id": "q28", "type": "x", "estimate": {"a": null}}""", DiagnosticCodes.InvalidValue, "'estimate' of agent 'a' must be a number, not null", ""),
        ("""{"id": "q29", "type": "x", "estimate": [1]}""", DiagnosticCodes.InvalidValue, "'estimate' must be a number", ""),
        ("""{"id": "q30", "type": "x", "dependsOn": ["q31"]}""", DiagnosticCodes.Cycle, "A cycle of 2 tasks: q30 -> q31 -> q30.", "Remove one"),
        ("""{"id": "q31", "type": "x", "dependsOn": ["q30"]}""", "", "", ""),
        ("""{"id": "q32", "type": "x", "join": "some"}""", DiagnosticCodes.InvalidValue, "unknown join rule 'some'", "allSucceeded, allDone, anySucceeded"),
        ("""{"id": "q33", "type": "x", "join": {}}""", DiagnosticCodes.MissingProperty, "without 'quorum'", "allDone"),
        ("""{"id": "q34", "type": "x", "dependsOn": ["sound"], "join": {"quorum": 2}}""", DiagnosticCodes.InvalidTask, "asks for 2 of 1 dependencies", "at most all"),
        ("""{"id": "q35", "type": "x", "conditions": {"sound": {}}}""", DiagnosticCodes.InvalidTask, "a condition on 'sound', which it does not depend on", "Add the dependency"),
        ("""{"id": "q36", "type": "x", "dependsOn": ["sound"], "conditions": {"sound": {"on": "late"}}}""", DiagnosticCodes.InvalidValue, "unknown outcome 'late'", "succeeded, failed, ended"),
        ("""{"id": "q37", "type": "x", "dependsOn": ["sound"], "conditions": {"sound": {"when": {"result": null}}}}""", DiagnosticCodes.InvalidValue, "compared with null", "exists"),
        ("""{"id": "q38", "type": "x", "dependsOn": ["sound"], "conditions": {"sound": {}, "sound": {}}}""", DiagnosticCodes.UnknownProperty, "the condition on 'sound' is given twice", "Keep one"),
        ("""{"id": "q39", "type": "x", "execution": {"attemptTimeout": 1e300}}""", DiagnosticCodes.InvalidTask, "Execution.AttemptTimeout is 11574.", ""),
        ("""{"id": "q40", "type": "x", "execution": {"retry": {"maxAttempts": 0}}}""", DiagnosticCodes.InvalidTask, "Execution.Retry.MaxAttempts is 0; it must be from 1 to 1000.", ""),
        ("""{"id": "q41", "type": "x", "execution": {"retry": {"jitter": 1}}}""", DiagnosticCodes.InvalidValue, "'jitter' must be true or false, not a number", ""),
        ("\"task\"", DiagnosticCodes.InvalidValue, "must be an object, not a string", ""),
        ("""{"id": "q61", "type": "x", "estimate": 1e308}""", DiagnosticCodes.InvalidValue, "'estimate' is 1E+308.", "from 0 to 1000000000 seconds"),
        ("""{"id": "q62", "type": "x", "estimate": {"a": 1000000001}}""", DiagnosticCodes.InvalidValue, "'estimate' of agent 'a' is 1000000001.", "from 0 to 1000000000 seconds"),
        ("""{"id": "q63", "type": "x\u0000y"}""", DiagnosticCodes.InvalidTask, "its type holds the control character U+0000 at position 2", "Remove it"),
        ("""{"id": "q64", "type": "x", "attributes": {"a\tb": 1}}""", DiagnosticCodes.InvalidTask, "its attribute's name holds the control character U+0009 at position 2", "Remove it"),
        ("""{"id": "q65", "type": "x", "attributes": {"a": "b\u001b[2J"}}""", DiagnosticCodes.InvalidTask, "its attribute's text holds the control character U+001B at position 2", "Remove it"),
    ];

    private static IReadOnlyList<Diagnostic> Found => GraphFile.Read(System.Text.Encoding.UTF8.GetBytes($$"""{"tasks": [{{"\n"}}{{string.Join(",\n", Rows.Select(row => row.Line))}}]}"""), "g.json").Diagnostics;

    private static IEnumerable<TestCaseData> Lines() => Faults.Cases(Rows);

    [TestCaseSource(nameof(Lines))]
    public void Read_FaultOfALine_IsNamedOnceWithItsTask(int line, string text, string code, string says, string helps)
    {
        var fault = Faults.OfLine(Found, "g.json", line, code, says, helps);
        if (fault is not null && text.StartsWith("{\"id\": \"q", StringComparison.Ordinal)) Assert.That(fault.Message, Does.Contain(text.Split('"')[3]));
    }

    [Test]
    public void Read_AllFaults_AreThoseOfTheLines() => Assert.That(Found, Has.Count.EqualTo(Rows.Count(row => row.Code.Length > 0)));

    [TestCase("{}", "the file has no 'tasks'")]
    [TestCase("""{"tasks": {}}""", "'tasks' must be an array, not an object")]
    [TestCase("""{"task": [], "tasks": []}""", "unknown property 'task'")]
    [TestCase("[]", "a graph file must be an object, not an array")]
    [TestCase("", "not valid JSON")]
    [TestCase("""{"tasks": []} x""", "not valid JSON")]
    public void Parse_WrongDocument_IsRefused(string json, string says) => Assert.That(Faults.Only(() => GraphFile.Parse(json)).Message, Does.Contain(says));
}
