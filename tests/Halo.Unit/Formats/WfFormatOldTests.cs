namespace Halo.Unit.Formats;

/// <summary>WfFormat 1.3 and 1.4, where a task is one object and others name it by its name.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class WfFormatOldTests
{
    private const string Sound =
        """
        {"name": "w", "schemaVersion": "1.4", "wms": {"name": "Makeflow"}, "workflow": {
          "makespanInSeconds": 9, "executedAt": "x",
          "machines": [{"nodeName": "n1", "cpu": {"count": 8, "speed": 1200}}, {"nodeName": "n2", "cpu": {"count": 4, "speed": 2400}}],
          "tasks": [
            {"name": "split_ID1", "id": "ID1", "category": "split", "type": "compute", "runtimeInSeconds": 2, "cores": 4, "memoryInBytes": 1000, "avgCPU": 98.5, "machine": "n2",
             "parents": [], "children": ["work_ID2"], "files": [], "energy": 5, "avgPower": 6},
            {"name": "work_ID2", "id": "ID2", "command": {"program": "sort", "arguments": []}, "parents": ["split_ID1"], "readBytes": 7},
            {"name": "rest_3", "parents": ["ID1"], "children": []}
          ]
        }}
        """;

    [Test]
    public void Parse_Edges_AreNamedAtOneEndOrBothByNameOrId() =>
        Assert.That(Texts.EdgesOf(Texts.Sound(Sound)), Is.EqualTo(new[] { "split_ID1->work_ID2", "split_ID1->rest_3" }));

    [TestCase("split_ID1", "split")]
    [TestCase("work_ID2", "sort")]
    [TestCase("rest_3", "rest")]
    public void Parse_Type_IsTheProgramOrTheCategoryOrTheName(string task, string type) => Assert.That(Texts.Attribute(Texts.Sound(Sound), task, "type"), Is.EqualTo(AttributeValue.Of(type)));

    [TestCase("cores", 4)]
    [TestCase("memoryInBytes", 1000)]
    [TestCase("avgCPU", 98.5)]
    [TestCase("energyInKWh", 5)]
    [TestCase("avgPowerInW", 6)]
    public void Parse_Figure_IsAnAttribute(string name, double value) => Assert.That(Texts.Attribute(Texts.Sound(Sound), "split_ID1", name), Is.EqualTo(AttributeValue.Of(value)));

    [Test]
    public void Parse_Machines_HaveTheirCoresAndSpeeds() =>
        Assert.That(
            Texts.Sound(Sound).Agents!.Select(agent => $"{agent.Name} {agent.MaxConcurrentTasks} {agent.Speed}: {string.Join(' ', agent.Types)}"),
            Is.EqualTo(new[] { "n1 8 1: split sort rest", "n2 4 2: split sort rest" }));

    [Test]
    public void Parse_Runtime_IsOneOfTheMachineThatItWasRecordedOn()
    {
        var graph = Texts.Sound(Sound).Graph;
        Assert.That(Enumerable.Range(0, 3).Select(task => graph.EstimateOf(task)?.Seconds), Is.EqualTo(new double?[] { 4, null, null }));
    }

    [TestCase("Makeflow", 7_000)]
    [TestCase("Pegasus WMS", 7)]
    public void Parse_Version13_HasItsOldNamesAndUnits(string system, double read)
    {
        var file = Texts.Sound(
            $$$"""
            {"schemaVersion": "1.3", "wms": {"name": "{{{system}}}"}, "workflow": {"makespan": 3, "tasks": [
              {"name": "a_1", "runtime": 1.5, "memory": 2, "bytesRead": 7, "bytesWritten": 8, "writtenBytes": 9, "children": ["b_2"]}, {"name": "b_2"}]}}
            """);
        Assert.That((file.Format, file.Graph.EstimateOf(0)!.Seconds, file.Agents), Is.EqualTo(("WfFormat 1.3", 1.5, (object?)null)));
        Assert.That(
            new[] { "memoryInBytes", "readBytes", "writtenBytes" }.Select(name => Texts.Attribute(file, "a_1", name)),
            Is.EqualTo(new[] { AttributeValue.Of(2_000), AttributeValue.Of(read), AttributeValue.Of(9) }));
        Assert.That(Texts.EdgesOf(file), Is.EqualTo(new[] { "a_1->b_2" }));
    }

    [Test]
    public void Parse_SharedNames_MakeTheIdsCount() =>
        Assert.That(
            Texts.EdgesOf(Texts.Sound("""{"workflow": {"tasks": [{"name": "a", "id": "1"}, {"name": "a", "id": "2", "parents": ["1"]}, {"name": "b", "id": "3", "parents": ["2"]}, {"name": "c", "id": "4", "parents": ["b"]}]}}""")),
            Is.EqualTo(new[] { "1->2", "2->3", "3->4" }));

    [Test]
    public void Read_Faulty_NamesEveryFaultWithItsLine() =>
        Assert.That(
            Texts.FaultsOf(
                """
                {"schemaVersion": "1.4", "workflow": {"tasks": [
                  {"name": "a", "id": "1", "runtimeInSeconds": -1},
                  {"name": "a", "id": "2"},
                  {"id": "3"},
                  {"name": "b", "id": "4", "parents": ["a", "x"]},
                  7
                ]}}
                """),
            Is.EquivalentTo(new[]
            {
                "2: HALO004 Task 'a': 'runtimeInSeconds' is negative.",
                "4: HALO005 A task: 'name' is missing or empty.",
                "5: HALO202 Task '4' names 'a', which is the name of 2 tasks.",
                "5: HALO202 Task '4': its parent 'x' is not a task of the workflow.",
                "6: HALO004 A task: it must be an object, not a number.",
            }));

    [Test]
    public void Read_SharedNamesWithoutIds_AreDuplicates() =>
        Assert.That(Texts.FaultsOf("{\"workflow\": {\"tasks\": [\n{\"name\": \"a\"},\n{\"name\": \"a\"}]}}"), Is.EqualTo(new[] { "3: HALO201 Task 'a': the task on line 2 has the same id." }));
}
