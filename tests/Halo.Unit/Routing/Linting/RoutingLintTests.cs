namespace Halo.Unit.Routing.Linting;

[TestFixture, Category("Unit")]
public sealed class RoutingLintTests
{
    private static readonly RuleSet Rules = RuleSet.Create(
        new RoutingRule("big", When.Type("compile") & When.Attribute("cores").AtLeast(8), "big_builder", 10),
        new RoutingRule("huge", When.Attribute("cores").AtLeast(64), "huge_builder"));

    private static readonly AgentRegistry Agents = AgentRegistry.Create(
        new Agent("builder") { Types = ["compile"] },
        new Agent("big_builder"),
        new Agent("huge_builder"));

    [Test]
    public void Find_AgentWithoutRuleAndTypes_IsAWarning()
    {
        var agents = AgentRegistry.Create([.. Agents, new Agent("idler")]);
        Assert.That(CodesOf(RoutingLint.Find(Rules, agents)), Is.EqualTo(new[] { ("HALO304", DiagnosticSeverity.Warning) }));
    }

    [Test]
    public void Find_AgentsWithRuleOrTypes_FindsNothingWithoutAGraph() => Assert.That(RoutingLint.Find(Rules, Agents), Is.Empty);

    [Test]
    public void Find_AgentThatNoTaskReaches_IsInformation()
    {
        var findings = OfAgents(RoutingLint.Find(Rules, Agents, Graph(Compile("a", 8))));
        Assert.That((CodesOf(findings), findings.Single().Message), Is.EqualTo((new[] { ("HALO305", DiagnosticSeverity.Info) },
            "Agent 'huge_builder' gets no task of this graph: no task has a type that it lists, and none matches a rule that routes to it.")));
    }

    [Test]
    public void Find_AgentReachedOnlyBehindABetterRule_FindsNothing() => Assert.That(RoutingLint.Find(Rules, Agents, Graph(Compile("a", 64))), Is.Empty);

    [Test]
    public void Find_AgentThatHoldsATask_FindsNothing()
    {
        var held = new TaskNode("b", "compile") { Status = TaskNodeStatus.InProgress, Agent = "huge_builder" };
        Assert.That(OfAgents(RoutingLint.Find(Rules, Agents, Graph(Compile("a", 8), held))), Is.Empty);
    }

    [Test]
    public void Find_TypeThatNobodyTakes_NamesItsFirstTaskThatFails()
    {
        var graph = Graph(Compile("a", 64), Work("b", "bake", 64), Work("c", "bake", 2), Work("d", "bake", 1));
        var finding = RoutingLint.Find(Rules, Agents, graph).Single();
        Assert.That((finding.Code, finding.Severity, finding.Message), Is.EqualTo(("HALO207", DiagnosticSeverity.Warning, "Task 'c' has the type 'bake', which no agent lists, and no rule matches it.")));
    }

    [Test]
    public void Find_TypeThatNobodyTakes_HasTheTaskAsWitness()
    {
        var graph = Graph(Compile("a", 64), Work("c", "bake", 2));
        Assert.That(RoutingLint.Find(Rules, Agents, graph).Single().Witness, Is.EqualTo(new Dictionary<string, AttributeValue> { ["type"] = "bake", ["cores"] = 2 }));
    }

    [Test]
    public void Find_TaskWithoutType_IsNamed() =>
        Assert.That(RoutingLint.Find(Rules, Agents, Graph(Compile("a", 64), Work("c", "", 2))).Single().Message, Is.EqualTo("Task 'c' has no type, and no rule matches it."));

    [TestCase("bake", "List the type at an agent, or add a rule that matches it.")]
    [TestCase("", "Give it a type, or add a rule that matches it.")]
    public void Find_TaskThatNobodyTakes_SaysWhatHelps(string type, string help) =>
        Assert.That(RoutingLint.Find(Rules, Agents, Graph(Compile("a", 64), Work("c", type, 2))).Single().Help, Is.EqualTo(help));

    [Test]
    public void Find_TaskBesideOneThatMatches_IsJudgedByItsOwnAttributes() =>
        Assert.That(RoutingLint.Find(Rules, Agents, Graph(Compile("a", 64), Work("b", "bake", 64), new TaskNode("c", "bake"))).Select(finding => finding.Message), Has.One.StartsWith("Task 'c'"));

    [Test]
    public void Find_TypeThatAnAgentListsWithoutARule_FindsNothing() => Assert.That(RoutingLint.Find(Rules, Agents, Graph(Compile("a", 64), Compile("b", 1))), Is.Empty);

    [Test]
    public void Find_CompletedTaskThatNobodyTakes_FindsNothing() =>
        Assert.That(RoutingLint.Find(Rules, Agents, Graph(Compile("a", 64), Work("c", "bake", 2) with { Status = TaskNodeStatus.Completed })), Is.Empty);

    [Test]
    public void Find_WithoutRules_SaysNothingOfAgentsThatRulesCouldReach() =>
        Assert.That(CodesOf(RoutingLint.Find(null, Agents, Graph(Compile("a", 8), Work("b", "bake", 1)))), Is.EqualTo(new[] { ("HALO207", DiagnosticSeverity.Warning) }));

    [Test]
    public void Find_AgentNamesThatLookTheSame_AreNamed() =>
        Assert.That(RoutingLint.Find(Rules, AgentRegistry.Create([.. Agents, new Agent("Builder") { Types = ["test"] }])).Single().Message,
            Is.EqualTo("The agent names 'builder' and 'Builder' differ only in case."));

    [Test]
    public void Find_AgentFile_NamesTheLine()
    {
        var agents = AgentFile.Parse("{\"agents\":[\n{\"name\":\"big_builder\"},\n{\"name\":\"huge_builder\"},\n{\"name\":\"idler\"}]}", "a.json");
        Assert.That(RoutingLint.Find(Rules, agents).Single().ToString(), Does.StartWith("a.json(4,1): warning HALO304: Agent 'idler' gets no task:"));
    }

    [Test]
    public void Find_RandomProblem_WarnsOfExactlyTheTypesThatStayWithoutMatch()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var problem = RandomRouting.FromSeed(seed, CapacityMode.Concurrent);
            var (rules, agents, graph) = (RuleSet.Create(problem.Rules), AgentRegistry.Create(problem.Agents), TaskGraph.Create(problem.Tasks));
            var unmatched = new HaloRouter(rules, agents).Route(graph).Unassigned.Where(decision => decision.Reason == DecisionReason.NoMatch);
            var expected = unmatched.Select(decision => problem.Tasks.Single(task => task.Id == decision.Task).Type).Distinct();
            var warned = RoutingLint.Find(rules, agents, graph).Where(finding => finding.Code == DiagnosticCodes.UnroutableType);
            Assert.That(warned.Select(finding => finding.Witness.GetValueOrDefault("type")).Select(type => type.Kind == AttributeKind.None ? "" : type.ToString()), Is.EquivalentTo(expected), $"seed {seed}");
        }
    }

    private static IEnumerable<Diagnostic> OfAgents(IEnumerable<Diagnostic> findings) => [.. findings.Where(finding => finding.Code != DiagnosticCodes.UnmatchedRule)];

    private static IEnumerable<(string, DiagnosticSeverity)> CodesOf(IEnumerable<Diagnostic> findings) => [.. findings.Select(finding => (finding.Code, finding.Severity))];

    private static TaskGraph Graph(params TaskNode[] tasks) => TaskGraph.Create(tasks);

    private static TaskNode Compile(string id, int cores) => Work(id, "compile", cores);

    private static TaskNode Work(string id, string type, int cores) => new(id, type) { Attributes = new Dictionary<string, AttributeValue> { ["cores"] = cores } };
}
