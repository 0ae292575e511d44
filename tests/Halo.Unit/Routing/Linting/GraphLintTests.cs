namespace Halo.Unit.Routing.Linting;

/// <summary>Tasks that are valid but probably not intended.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class GraphLintTests
{
    private static readonly AgentRegistry Agents = AgentRegistry.Create(new Agent("builder") { Types = ["x"], MaxConcurrentTasks = 2 });

    [TestCase("caf\u00e9", "cafe\u0301", "look the same: the first has U+00E9 where the other has U+0065 U+0301.")]
    [TestCase("ab", "a\u200bb", "look the same: the first has nothing where the other has U+200B.")]
    [TestCase("Build", "build", "differ only in case.")]
    public void Find_IdsThatLookTheSame_SaysHowTheyDiffer(string first, string second, string says)
    {
        var finding = Find(new TaskNode(first, "x"), new TaskNode("other", "x"), new TaskNode(second, "x")).Single();
        Assert.That((finding.Code, finding.Severity, finding.Message), Is.EqualTo((DiagnosticCodes.LookAlikeNames, DiagnosticSeverity.Warning, $"The task ids '{first}' and '{second}' {says}")));
    }

    [Test]
    public void Find_TypesThatLookTheSame_AreNamedWithTheTask()
    {
        var finding = Find(new TaskNode("a", "compile"), new TaskNode("b", "Compile")).Single();
        Assert.That((finding.Message, finding.Witness["type"].ToString()), Is.EqualTo(("The task types 'compile' and 'Compile' differ only in case.", "Compile")));
    }

    [Test]
    public void Find_AttributesThatLookTheSame_AreNamedWithTheTask()
    {
        var finding = Find(With("a", "cores", 1), With("b", "Cores", 2)).Single();
        Assert.That((finding.Message, finding.Witness["Cores"].ToString()), Is.EqualTo(("The attributes 'cores' and 'Cores' differ only in case.", "2")));
    }

    [Test]
    public void Find_AttributeThatLooksLikeType_IsNamed() => Assert.That(Find(With("a", "Type", 1)).Single().Message, Is.EqualTo("The attributes 'type' and 'Type' differ only in case."));

    [TestCase(TaskNodeStatus.Completed, TaskNodeStatus.Pending, "is completed, but it depends on 'a', which is pending.")]
    [TestCase(TaskNodeStatus.Completed, TaskNodeStatus.InProgress, "is completed, but it depends on 'a', which is in progress.")]
    [TestCase(TaskNodeStatus.InProgress, TaskNodeStatus.Pending, "is in progress, but it depends on 'a', which is pending.")]
    public void Find_TaskThatBeganBeforeItsDependencyEnded_IsNamed(TaskNodeStatus status, TaskNodeStatus before, string says)
    {
        var finding = Find(new TaskNode("a", "x") { Status = before }, new TaskNode("b", "x") { Status = status, DependsOn = ["a"] }).Single();
        Assert.That((finding.Code, finding.Message), Is.EqualTo((DiagnosticCodes.StatusContradiction, $"Task 'b' {says}")));
    }

    [TestCase(TaskNodeStatus.Completed, TaskNodeStatus.Completed)]
    [TestCase(TaskNodeStatus.Completed, TaskNodeStatus.Failed)]
    [TestCase(TaskNodeStatus.Pending, TaskNodeStatus.Pending)]
    [TestCase(TaskNodeStatus.Failed, TaskNodeStatus.Pending)]
    public void Find_StatusesThatFit_FindsNothing(TaskNodeStatus status, TaskNodeStatus before) =>
        Assert.That(Find(new TaskNode("a", "x") { Status = before }, new TaskNode("b", "x") { Status = status, DependsOn = ["a"] }), Is.Empty);

    [TestCase(1, 0)]
    [TestCase(2, 1)]
    public void Find_Quorum_CountsWhatHasEnded(int quorum, int expected)
    {
        TaskNode[] tasks =
        [
            new("a", "x") { Status = TaskNodeStatus.Completed },
            new("b", "x"),
            new("c", "x") { Status = TaskNodeStatus.Completed, DependsOn = ["a", "b"], Join = JoinRule.Quorum(quorum) },
        ];
        Assert.That(Find(tasks), Has.Count.EqualTo(expected));
    }

    [Test]
    public void Find_ConditionOnAResultByAnotherName_IsNamed()
    {
        var finding = Find(new TaskNode("a", "x"), Conditional(When.Attribute("status").Is("ok"))).Single();
        Assert.That((finding.Code, finding.Message), Is.EqualTo((DiagnosticCodes.UnknownResultName,
            "Task 'b' has a condition on the result of 'a' that tests 'status'; a text, a number or a boolean is seen as 'result'.")));
    }

    [Test]
    public void Find_ConditionOnAResultThatCanNeverHold_IsNamed()
    {
        var finding = Find(new TaskNode("a", "x"), Conditional(When.Attribute("result").Is(1) & When.Attribute("result").Is(2))).Single();
        Assert.That((finding.Code, finding.Message), Is.EqualTo((DiagnosticCodes.ImpossibleCondition,
            "Task 'b': its condition on the result of 'a' can never hold: no value of 'result' passes result = 1 and result = 2.")));
    }

    [Test]
    public void Find_ConditionOnAResult_FindsNothing() => Assert.That(Find(new TaskNode("a", "x"), Conditional(When.Attribute("result").Is("ok"))), Is.Empty);

    [Test]
    public void Find_EstimateForAnUnknownAgent_IsNamedOnceWithASuggestion()
    {
        var estimate = TaskEstimate.FromSeconds(new Dictionary<string, double> { ["builder"] = 1, ["bulider"] = 2 });
        var finding = Find(new TaskNode("a", "x") { Estimate = estimate }, new TaskNode("b", "x") { Estimate = estimate }).Single();
        Assert.That((finding.Code, finding.Message, finding.Help), Is.EqualTo((DiagnosticCodes.UnknownEstimateAgent,
            "Task 'a' has an estimate for 'bulider', which is not a registered agent.", "Did you mean 'builder'?")));
    }

    [Test]
    public void Find_MoreTasksInProgressThanSlots_NamesTheFirstThatIsTooMany()
    {
        var finding = Find([.. Enumerable.Range(0, 4).Select(i => new TaskNode($"t{i}", "x") { Status = TaskNodeStatus.InProgress, Agent = "builder" })]).Single();
        Assert.That((finding.Code, finding.Message), Is.EqualTo((DiagnosticCodes.OverfullAgent, "Task 't2' is one too many: agent 'builder' has 4 tasks in progress and runs 2 at one time.")));
    }

    [Test]
    public void Find_AsManyTasksInProgressAsSlots_FindsNothing() =>
        Assert.That(Find([.. Enumerable.Range(0, 2).Select(i => new TaskNode($"t{i}", "x") { Status = TaskNodeStatus.InProgress, Agent = "builder" })]), Is.Empty);

    [Test]
    public void Find_WithoutAgents_SaysNothingOfThem() =>
        Assert.That(GraphLint.Find(TaskGraph.Create([new TaskNode("a", "x") { Estimate = TaskEstimate.FromSeconds(new Dictionary<string, double> { ["nobody"] = 2 }) }])), Is.Empty);

    [Test]
    public void Find_AnyFinding_HasTheTaskAsWitnessAndTheLine()
    {
        var graph = GraphFile.Parse("{\"tasks\":[\n{\"id\":\"a\",\"type\":\"x\"},\n{\"id\":\"b\",\"type\":\"y\",\"dependsOn\":[\"a\"],\"status\":\"completed\"}]}", "g.json");
        Assert.That(GraphLint.Find(graph).Single().ToString(), Is.EqualTo(
            "g.json(3,1): warning HALO211: Task 'b' is completed, but it depends on 'a', which is pending. Correct one of the two statuses, or remove the dependency. Example: type=y."));
    }

    private static IReadOnlyList<Diagnostic> Find(params TaskNode[] tasks) => GraphLint.Find(TaskGraph.Create(tasks), Agents);

    private static TaskNode With(string id, string attribute, double value) => new(id, "x") { Attributes = new Dictionary<string, AttributeValue> { [attribute] = value } };

    private static TaskNode Conditional(Condition when) => new("b", "x") { DependsOn = ["a"], Conditions = new Dictionary<string, EdgeCondition> { ["a"] = new() { When = when } } };
}
