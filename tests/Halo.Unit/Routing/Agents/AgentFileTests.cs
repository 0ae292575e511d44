namespace Halo.Unit.Routing.Agents;

/// <summary>Agent files: every property, every default and every fault with its line.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class AgentFileTests
{
    // One agent with one fault a line: what the line says, the code, and words of the message and of the help.
    private static readonly (string Line, string Code, string Says, string Helps)[] Rows =
    [
        ("""{"name": "sound"}""", "", "", ""),
        ("""{"name": "sound"}""", DiagnosticCodes.DuplicateAgent, "Agent 'sound' has the same name as the agent on line 2", "another name"),
        ("""{"types": ["x"]}""", DiagnosticCodes.MissingProperty, "'name' is missing", "a name of its own"),
        ("""{"name": null}""", DiagnosticCodes.MissingProperty, "'name' is missing", "a name of its own"),
        ("""{"name": ""}""", DiagnosticCodes.MissingProperty, "'name' is missing or empty", "a name of its own"),
        ("""{"name": 5}""", DiagnosticCodes.InvalidValue, "'name' must be a string, not a number", ""),
        ("""{"name": "q6", "type": ["x"]}""", DiagnosticCodes.UnknownProperty, "unknown property 'type'", "Did you mean 'types'?"),
        ("""{"name": "q7", "color": "red"}""", DiagnosticCodes.UnknownProperty, "unknown property 'color'", "Known are name, types, skills, maxConcurrentTasks, successRate, cost, speed, execution, circuitBreaker."),
        ("""{"name": "q8", "cost": 1, "cost": 1}""", DiagnosticCodes.UnknownProperty, "property 'cost' is given twice", "Keep one"),
        ("""{"name": "q9", "types": "x"}""", DiagnosticCodes.InvalidValue, "'types' must be an array, not a string", ""),
        ("""{"name": "q10", "skills": [1]}""", DiagnosticCodes.InvalidValue, "an element of 'skills' must be a string, not a number", ""),
        ("""{"name": "q11", "maxConcurrentTasks": 0}""", DiagnosticCodes.InvalidAgent, "'maxConcurrentTasks' is 0", "at least 1"),
        ("""{"name": "q12", "maxConcurrentTasks": 1.5}""", DiagnosticCodes.InvalidValue, "'maxConcurrentTasks' must be a whole number", ""),
        ("""{"name": "q13", "successRate": "0.5"}""", DiagnosticCodes.InvalidValue, "'successRate' must be a number, not a string", ""),
        ("""{"name": "q14", "successRate": 50}""", DiagnosticCodes.InvalidAgent, "'successRate' is 50", "from 0 to 1"),
        ("""{"name": "q15", "speed": 0}""", DiagnosticCodes.InvalidAgent, "'speed' is 0", "from 0.001 to 1000000"),
        ("""{"name": "q16", "cost": 1e400}""", DiagnosticCodes.InvalidValue, "'cost' is a number too large", ""),
        ("""{"name": "q17", "types": [""]}""", DiagnosticCodes.InvalidAgent, "'types' is missing or holds an empty", "not empty"),
        ("[]", DiagnosticCodes.InvalidValue, "must be an object, not an array", ""),
        ("""{"name": "q19", "execution": {"attemptTimeout": 0}}""", DiagnosticCodes.InvalidAgent, "AttemptTimeout is 00:00:00", ""),
        ("""{"name": "q20", "execution": {"totalTimeout": 1e300}}""", DiagnosticCodes.InvalidAgent, "TotalTimeout is 11574.", ""),
        ("""{"name": "q21", "execution": {"timeout": 1}}""", DiagnosticCodes.UnknownProperty, "unknown property 'timeout'", "Known are attemptTimeout, totalTimeout, retry"),
        ("""{"name": "q22", "circuitBreaker": true}""", DiagnosticCodes.InvalidValue, "'circuitBreaker' must be an object, not a boolean", ""),
        ("""{"name": "q23", "circuitBreaker": {"minimumAttempts": 1}}""", DiagnosticCodes.InvalidAgent, "MinimumAttempts is 1;", ""),
        ("""{"name": "q24", "circuitBreaker": {"breakDuration": -1e300}}""", DiagnosticCodes.InvalidAgent, "BreakDuration is -11574.", ""),
        ("""{"name": "q25", "speed": 1e-300}""", DiagnosticCodes.InvalidAgent, "'speed' is 1E-300", "from 0.001 to 1000000"),
        ("""{"name": "q26", "cost": 1e308}""", DiagnosticCodes.InvalidAgent, "'cost' is 1E+308", "from 0 to 1000000000000"),
        ("""{"name": "q27", "skills": ["a\u0007"]}""", DiagnosticCodes.InvalidAgent, "a text of 'skills' holds the control character U+0007 at position 2", "Remove it"),
    ];

    private static IReadOnlyList<Diagnostic> Found => AgentFile.Read(System.Text.Encoding.UTF8.GetBytes($$"""{"agents": [{{"\n"}}{{string.Join(",\n", Rows.Select(row => row.Line))}}]}"""), "a.json").Diagnostics;

    private static IEnumerable<TestCaseData> Lines() => Faults.Cases(Rows);

    [TestCaseSource(nameof(Lines))]
    public void Read_FaultOfALine_IsNamedOnceWithItsAgent(int line, string text, string code, string says, string helps)
    {
        var fault = Faults.OfLine(Found, "a.json", line, code, says, helps);
        if (fault is not null && text.StartsWith("{\"name\": \"q", StringComparison.Ordinal)) Assert.That(fault.Message, Does.StartWith($"Agent '{text.Split('"')[3]}'"));
    }

    [Test]
    public void Parse_HowItIsRun_ReadsEveryProperty()
    {
        var agent = AgentFile.Parse("""
            {"agents": [{"name": "a",
              "circuitBreaker": {"failureRatio": 0.25, "minimumAttempts": 4, "samplingDuration": 60, "breakDuration": 0.5},
              "execution": {"attemptTimeout": 1.5, "totalTimeout": 20, "retry": {"maxAttempts": 5, "delay": 0.1, "maxDelay": 2, "jitter": false, "nonRetryable": ["exit 2"]}}}]}
            """)[0];
        Assert.That(agent.CircuitBreaker, Is.EqualTo(new CircuitBreakerSettings { FailureRatio = 0.25, MinimumAttempts = 4, SamplingDuration = TimeSpan.FromMinutes(1), BreakDuration = TimeSpan.FromSeconds(0.5) }));
        Assert.That((agent.Execution!.AttemptTimeout, agent.Execution.TotalTimeout), Is.EqualTo((TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(20))));
        Assert.That(agent.Execution.Retry! with { NonRetryable = [] }, Is.EqualTo(new RetrySettings { MaxAttempts = 5, Delay = TimeSpan.FromSeconds(0.1), MaxDelay = TimeSpan.FromSeconds(2), Jitter = false, NonRetryable = [] }));
        Assert.That(agent.Execution.Retry!.NonRetryable, Is.EqualTo(new[] { "exit 2" }));
    }

    [Test]
    public void Parse_FullAgent_ReadsEveryProperty()
    {
        var agent = AgentFile.Parse("""{"agents": [{"speed": 2, "cost": 0.4, "successRate": 0.82, "maxConcurrentTasks": 10, "skills": ["gcc"], "types": ["x", "y"], "name": "a"}]}""")[0];
        Assert.That((agent.Name, agent.MaxConcurrentTasks, agent.SuccessRate, agent.Cost, agent.Speed), Is.EqualTo(("a", 10, 0.82, 0.4, 2.0)));
        Assert.That((agent.Types, agent.Skills), Is.EqualTo((new[] { "x", "y" }, new[] { "gcc" })));
    }

    [TestCase("""{"name": "a"}""")]
    [TestCase("""{"name": "a", "types": null, "skills": null, "maxConcurrentTasks": null, "successRate": null, "cost": null, "speed": null}""")]
    public void Parse_PropertiesNotGiven_HaveDefaults(string json)
    {
        var agent = AgentFile.Parse($$"""{"agents": [{{json}}]}""")[0];
        Assert.That((agent.Types.Count, agent.Skills.Count, agent.MaxConcurrentTasks, agent.SuccessRate, agent.Cost, agent.Speed), Is.EqualTo((0, 0, 1, 0.5, 0.0, 1.0)));
    }

    [TestCase("{}", "the file has no 'agents'")]
    [TestCase("""{"agents": 1}""", "'agents' must be an array, not a number")]
    [TestCase("{", "not valid JSON")]
    public void Parse_WrongDocument_IsRefused(string json, string says) => Assert.That(Faults.Only(() => AgentFile.Parse(json)).Message, Does.Contain(says));

    [Test]
    public void Parse_AgentThatIsNoObject_IsNotCalledByTheOneBefore() =>
        Assert.That(Faults.Only(() => AgentFile.Parse("""{"agents": [{"name": "a"}, 5]}""")).Message, Does.StartWith("An agent: it must be an object"));

    [Test]
    public void Load_MissingFile_IsAFault() => Assert.That(Faults.Only(() => AgentFile.Load(Path.Combine(Repository.Root, "none.json"))).Code, Is.EqualTo(DiagnosticCodes.UnreadableFile));

    [Test]
    public void Read_SampleCutOffAtEveryByte_IsAlwaysRefusedByDiagnostics()
    {
        var text = File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "debian", "agents.json")).AsSpan().TrimEnd("\r\n"u8).ToArray();
        for (var length = 0; length < text.Length; length++)
        {
            var result = AgentFile.Read(text.AsSpan(0, length));
            Assert.That((result.Value, result.Diagnostics[0].Code), Is.EqualTo(((AgentRegistry?)null, DiagnosticCodes.InvalidJson)), $"cut at byte {length}");
        }
    }
}
