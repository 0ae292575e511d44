namespace Halo.Unit.Formats;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class WfFormatTests
{
    private const string Sound =
        """
        {"name": "w", "schemaVersion": "1.5", "author": null, "workflow": {
          "execution": {
            "makespanInSeconds": 3, "executedAt": "x",
            "tasks": [
              {"id": "split_1", "runtimeInSeconds": 0, "command": {"program": "split", "arguments": ["-n"]}, "coreCount": 4, "memoryInBytes": 1000, "avgCPU": 98.5, "machines": ["n1", "n2"]},
              {"id": "work_2", "runtimeInSeconds": 1.5, "command": {"program": "sort -u x\n> y"}, "priority": 7}
            ],
            "machines": [{"nodeName": "n1", "cpu": {"coreCount": 8, "vendor": "x"}}, {"nodeName": "n2", "system": "linux"}]
          },
          "specification": {"files": [], "tasks": [
            {"name": "split", "id": "split_1", "parents": [], "children": ["work_2", "rest"], "inputFiles": ["a"]},
            {"name": "work_2", "id": "work_2", "parents": ["split_1", ""], "children": []},
            {"name": "rest", "id": "rest", "parents": ["split_1"], "children": []}
          ]}
        }}
        """;

    [Test]
    public void Parse_Edges_AreThoseOfParentsAndChildren() => Assert.That(Texts.EdgesOf(Texts.Sound(Sound)), Is.EqualTo(new[] { "split_1->work_2", "split_1->rest" }));

    [TestCase("split_1", "split")]
    [TestCase("work_2", "work")]
    [TestCase("rest", "rest")]
    public void Parse_Type_IsTheProgramOrTheNameWithoutItsNumber(string task, string type) => Assert.That(Texts.Attribute(Texts.Sound(Sound), task, "type"), Is.EqualTo(AttributeValue.Of(type)));

    [TestCase("tool", "n_1", "tool")]
    [TestCase("tool_12", "n_1", "tool")]
    [TestCase("tool2", "n_1", "tool2")]
    [TestCase("mv a b", "n.m_o_1", "n.m_o")]
    [TestCase("", "HICPRO2PAIRS", "HICPRO2PAIRS")]
    [TestCase(null, "_1", "_1")]
    public void TypeOf_ProgramAndName_IsTheKindOfWork(string? program, string name, string type) => Assert.That(Halo.Formats.WfTaskType.Of(program, name), Is.EqualTo(type));

    [Test]
    public void Parse_Estimate_IsTheRuntimeAlsoWhenItIsZero()
    {
        var graph = Texts.Sound(Sound).Graph;
        Assert.That(Enumerable.Range(0, 3).Select(task => graph.EstimateOf(task)?.Seconds), Is.EqualTo(new double?[] { 0, 1.5, null }));
    }

    [TestCase("cores", 4)]
    [TestCase("memoryInBytes", 1000)]
    [TestCase("avgCPU", 98.5)]
    public void Parse_Figure_IsAnAttribute(string name, double value) => Assert.That(Texts.Attribute(Texts.Sound(Sound), "split_1", name), Is.EqualTo(AttributeValue.Of(value)));

    [Test]
    public void Parse_RecordedMachines_AreAnAttributeAndNoRestriction() =>
        Assert.That(
            (Texts.Attribute(Texts.Sound(Sound), "split_1", "machines"), Texts.Sound(Sound).Graph[0].Estimate!.SecondsByAgent.Count),
            Is.EqualTo((AttributeValue.Of("n1,n2"), 0)));

    [Test]
    public void Parse_Machines_AreAgentsForEveryType() =>
        Assert.That(
            Texts.Sound(Sound).Agents!.Select(agent => $"{agent.Name} {agent.MaxConcurrentTasks}: {string.Join(' ', agent.Types)}"),
            Is.EqualTo(new[] { "n1 8: split work rest", "n2 1: split work rest" }));

    [Test]
    public void Parse_SpeedsOfMachines_AreBesideTheFirstAndTimesToo()
    {
        var file = Texts.Sound(
            """
            {"schemaVersion": "1.6", "workflow": {
              "specification": {"tasks": [{"id": "a", "name": "a"}, {"id": "b", "name": "b"}, {"id": "c", "name": "c"}]},
              "execution": {"tasks": [{"id": "a", "runtimeInSeconds": 6, "machines": ["fast", "slow"]}, {"id": "b", "runtimeInSeconds": 6, "machines": ["slow"]}, {"id": "c", "runtimeInSeconds": 6}],
                "machines": [{"nodeName": "plain"}, {"nodeName": "slow", "cpu": {"speedInMHz": 1200}}, {"nodeName": "fast", "cpu": {"speedInMHz": 3000, "coreCount": 2}}]}
            }}
            """);
        Assert.That(file.Agents!.Select(agent => $"{agent.Name} {agent.Speed} {agent.MaxConcurrentTasks}"), Is.EqualTo(new[] { "plain 1 1", "slow 1 1", "fast 2.5 2" }));
        Assert.That(Enumerable.Range(0, 3).Select(task => file.Graph.EstimateOf(task)!.Seconds), Is.EqualTo(new[] { 15.0, 6, 6 }));
    }

    [Test]
    public void Parse_NoExecution_HasNeitherAgentsNorEstimates()
    {
        var file = Texts.Sound("""{"schemaVersion": "1.5", "workflow": {"specification": {"tasks": [{"name": "a_1", "id": "a", "parents": [], "children": []}]}}}""");
        Assert.That((file.Agents, file.Graph.EstimateOf(0), file.Graph.TypeOf(0)), Is.EqualTo(((object?)null, (object?)null, "a")));
    }

    [Test]
    public void Parse_OneSideLeftOut_IsTakenFromTheOther() =>
        Assert.That(Texts.EdgesOf(Texts.Sound("""{"workflow": {"specification": {"tasks": [{"id": "a", "name": "a", "children": ["b"]}, {"id": "b", "name": "b"}, {"id": "c", "name": "c", "parents": ["b"]}]}}}""")),
            Is.EqualTo(new[] { "a->b", "b->c" }));

    [Test]
    public void Read_Contradiction_NamesBothTasks() =>
        Assert.That(
            Texts.FaultsOf(
                """
                {"workflow": {"specification": {"tasks": [
                  {"id": "a", "name": "a", "parents": [], "children": ["b"]},
                  {"id": "b", "name": "b", "parents": [], "children": []},
                  {"id": "c", "name": "c", "parents": ["b"], "children": []}
                ]}}}
                """),
            Is.EqualTo(new[]
            {
                "2: HALO208 Task 'a' names 'b' as its child, but 'b' does not name 'a' as its parent.",
                "4: HALO208 Task 'c' names 'b' as its parent, but 'b' does not name 'c' as its child.",
            }));

    [Test]
    public void Read_Faulty_NamesEveryFaultWithItsLine() =>
        Assert.That(
            Texts.FaultsOf(
                """
                {"schemaVersion": "2.0", "workflow": {
                  "specification": {"tasks": [
                    {"id": "a", "name": "a", "parents": ["x"], "children": "b"},
                    {"name": "n"},
                    7,
                    {"id": "a", "name": "a", "parents": [], "children": []}
                  ]},
                  "execution": {"tasks": [
                    {"id": "a", "runtimeInSeconds": -1},
                    {"id": "a"},
                    {"id": "z", "runtimeInSeconds": 1}
                  ], "machines": [
                    {"nodeName": "m", "cpu": {"coreCount": 0, "speedInMHz": 0}},
                    {"system": "linux"},
                    {"nodeName": "m"}
                  ]}
                }}
                """),
            Is.EquivalentTo(new[]
            {
                "1: HALO004 'schemaVersion' is '2.0'.",
                "3: HALO004 Task 'a': 'children' must be an array, not a string.",
                "4: HALO005 A task: 'id' is missing or empty.",
                "5: HALO004 A task: it must be an object, not a number.",
                "9: HALO004 Task 'a': 'runtimeInSeconds' is negative.",
                "10: HALO005 Task 'a': 'runtimeInSeconds' is missing.",
                "13: HALO004 Machine 'm': 'coreCount' is less than 1.",
                "13: HALO004 Machine 'm': 'speedInMHz' is not more than zero.",
                "14: HALO005 A machine: 'nodeName' is missing or empty.",
                "10: HALO201 Task 'a' is recorded twice.",
                "11: HALO206 Task 'z' of the execution is not in the specification.",
                "3: HALO202 Task 'a': its parent 'x' is not a task of the workflow.",
                "15: HALO301 Agent 'm' has the same name as the agent on line 13.",
                "6: HALO201 Task 'a': the task on line 3 has the same id.",
            }));

    [Test]
    public void Read_Cycle_IsRefused() =>
        Assert.That(
            Texts.FaultsOf("""{"workflow": {"specification": {"tasks": [{"id": "a", "name": "a", "parents": ["b"], "children": ["b"]}, {"id": "b", "name": "b", "parents": ["a"], "children": ["a"]}]}}}"""),
            Is.EqualTo(new[] { "1: HALO204 A cycle of 2 tasks: a -> b -> a." }));

    [TestCase("""{"schemaVersion": "1.5"}""", "1: HALO005 the file has no 'workflow'.")]
    [TestCase("""{"workflow": {}}""", "1: HALO005 'workflow' has no 'specification'.")]
    [TestCase("""{"workflow": {"specification": {}}}""", "1: HALO005 'specification' has no 'tasks'.")]
    [TestCase("{\"workflow\": {\n\"specification\": }}", "2: HALO002 This is not valid JSON. A value is missing before '}'.")]
    public void Read_OneFault_NamesIt(string text, string fault) => Assert.That(Texts.FaultsOf(text), Does.Contain(fault));
}
