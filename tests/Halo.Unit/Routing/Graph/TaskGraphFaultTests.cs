namespace Halo.Unit.Routing.Graph;

/// <summary>Graphs that are refused: one exception, every fault, and each cycle as a path.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class TaskGraphFaultTests
{
    private const string HalfPair = "x\uD83D";

    public static IEnumerable<TestCaseData> FaultyTasks()
    {
        (string Name, TaskNode? Task, string Code, string Says)[] rows =
        [
            ("null task", null, DiagnosticCodes.InvalidTask, "position 2 is null"),
            ("null id", new TaskNode(null!, "x"), DiagnosticCodes.InvalidTask, "position 2 has no id"),
            ("empty id", new TaskNode("", "x"), DiagnosticCodes.InvalidTask, "position 2 has no id"),
            ("half a pair in the id", new TaskNode(HalfPair, "x"), DiagnosticCodes.InvalidTask, "id of the task at position 2 holds half"),
            ("half a pair in the type", new TaskNode("t", HalfPair), DiagnosticCodes.InvalidTask, "Task 't': its type holds half"),
            ("half a pair in an attribute's name", With(HalfPair, "v"), DiagnosticCodes.InvalidTask, "attribute's name holds half"),
            ("half a pair in an attribute's text", With("a", HalfPair), DiagnosticCodes.InvalidTask, "attribute's text holds half"),
            ("attribute named type", With("type", "v"), DiagnosticCodes.InvalidTask, "attribute 'type'"),
            ("attribute named type with half a pair", With("type", HalfPair), DiagnosticCodes.InvalidTask, "attribute 'type'"),
            ("duplicate id", new TaskNode("root", "x"), DiagnosticCodes.DuplicateTask, "Task 'root': the task at position 1 has the same id."),
            ("unknown dependency", new TaskNode("t", "x") { DependsOn = ["nobody"] }, DiagnosticCodes.UnknownDependency, "Task 't': it depends on 'nobody'"),
            ("null dependency", new TaskNode("t", "x") { DependsOn = [null!] }, DiagnosticCodes.UnknownDependency, "depends on '(null)'"),
            ("itself", new TaskNode("t", "x") { DependsOn = ["t"] }, DiagnosticCodes.SelfLoop, "Task 't': it depends on itself."),
            ("NaN estimate", new TaskNode("t", "x") { Estimate = TaskEstimate.FromSeconds(double.NaN) }, DiagnosticCodes.InvalidTask, "its estimate is NaN seconds"),
            ("infinite estimate", new TaskNode("t", "x") { Estimate = TaskEstimate.FromSeconds(double.PositiveInfinity) }, DiagnosticCodes.InvalidTask, "its estimate"),
            ("negative estimate", new TaskNode("t", "x") { Estimate = -1.Seconds() }, DiagnosticCodes.InvalidTask, "its estimate"),
            ("empty estimate", new TaskNode("t", "x") { Estimate = TaskEstimate.FromSeconds(new Dictionary<string, double>()) }, DiagnosticCodes.InvalidTask, "its estimate"),
            ("NaN estimate of one agent", new TaskNode("t", "x") { Estimate = TaskEstimate.FromSeconds(new Dictionary<string, double> { ["a"] = 1, ["b"] = double.NaN }) }, DiagnosticCodes.InvalidTask, "its estimate"),
            ("endless estimate", new TaskNode("t", "x") { Estimate = TaskEstimate.FromSeconds(Math.BitIncrement(TaskEstimate.MaxSeconds)) }, DiagnosticCodes.InvalidTask, "its estimate is 1000000000.0000001 seconds"),
            ("endless estimate of one agent", new TaskNode("t", "x") { Estimate = TaskEstimate.FromSeconds(new Dictionary<string, double> { ["b"] = 1e308 }) }, DiagnosticCodes.InvalidTask, "its estimate for agent 'b' is 1E+308 seconds"),
            ("NUL in the id", new TaskNode("t\0", "x"), DiagnosticCodes.InvalidTask, "at position 2 holds the control character U+0000"),
            ("C1 control in the id", new TaskNode("\u009b31m", "x"), DiagnosticCodes.InvalidTask, "at position 2 holds the control character U+009B"),
            ("endless id", new TaskNode(new string('x', 10_001), "x"), DiagnosticCodes.InvalidTask, "is 10001 characters long; 10000 are allowed"),
            ("endless text", new TaskNode("t", "x") { Attributes = new Dictionary<string, AttributeValue> { ["a"] = new string('x', 1_000_001) } }, DiagnosticCodes.InvalidTask, "its attribute's text is 1000001 characters long"),
            ("unknown status", new TaskNode("t", "x") { Status = (TaskNodeStatus)9 }, DiagnosticCodes.InvalidTask, "its status 9"),
        ];
        return rows.Select(row => new TestCaseData(row.Task, row.Code, row.Says).SetArgDisplayNames(row.Name));
    }

    [TestCaseSource(nameof(FaultyTasks))]
    public void Create_FaultyTask_IsNamedOnce(TaskNode? task, string code, string says)
    {
        var fault = Faults.Only(() => TaskGraph.Create([new TaskNode("root", "x"), task!]));
        Assert.That(fault.Code, Is.EqualTo(code));
        Assert.That(fault.Message, Does.Contain(says));
    }

    [Test]
    public void Create_UnknownDependency_SuggestsTheTaskThatWasMeant() =>
        Assert.That(Faults.Only(() => TaskGraph.Create([new TaskNode("build-api", "x"), new TaskNode("test", "x") { DependsOn = ["buid-api"] }])).Help, Is.EqualTo("Did you mean 'build-api'?"));

    [Test]
    public void Create_DependencyInAnotherCase_IsUnknown() =>
        Assert.That(Faults.Only(() => Build("A:", "b:a")).Code, Is.EqualTo(DiagnosticCodes.UnknownDependency));

    [Test]
    public void Create_TwoSeparateCycles_NamesEachWithItsPath()
    {
        var cycles = Faults.Of(() => Build("a:c", "b:a", "c:b", "free:", "x:y", "y:x,free", "behind:x"));
        Assert.That(cycles.Select(fault => (fault.Code, fault.Message)), Is.EqualTo(new[]
        {
            (DiagnosticCodes.Cycle, "A cycle of 3 tasks: a -> b -> c -> a."),
            (DiagnosticCodes.Cycle, "A cycle of 2 tasks: x -> y -> x."),
        }));
    }

    [Test]
    public void Create_Everything_IsNamedInOneException() =>
        Assert.That(
            Faults.Of(() => Build("a:b", "b:a", "c:c", "d:nobody,c", "d:", "e:f", "f:e")).Select(fault => fault.Code),
            Is.EquivalentTo(new[] { DiagnosticCodes.Cycle, DiagnosticCodes.Cycle, DiagnosticCodes.SelfLoop, DiagnosticCodes.UnknownDependency, DiagnosticCodes.DuplicateTask }));

    [Test]
    public void Create_LongCycle_IsShortenedInTheMessageOnly()
    {
        var fault = Faults.Only(() => TaskGraph.Create(Ring(100)));
        Assert.That(fault.Message, Does.StartWith("A cycle of 100 tasks: t0 -> t1 -> ").And.EndsWith(" -> ... (88 more) ... -> t0."));
        Assert.That(fault.Cycle, Has.Count.EqualTo(101));
    }

    [TestCase(13, false)]
    [TestCase(14, true)]
    public void Create_CycleAtTheShownLength_IsShortenedBeyondIt(int length, bool shortened) =>
        Assert.That(Faults.Only(() => TaskGraph.Create(Ring(length))).Message.Contains("more", StringComparison.Ordinal), Is.EqualTo(shortened));

    [Test]
    public void Create_RandomGraphsWithBackEdges_EveryCycleShownReallyExists()
    {
        var random = new Random(7);
        var shown = 0;
        for (var run = 0; run < 500; run++)
        {
            var tasks = Enumerable.Range(0, 20).Select(i => new TaskNode($"t{i}", "x") { DependsOn = [.. Enumerable.Range(0, random.Next(3)).Select(_ => $"t{random.Next(20)}").Where(id => id != $"t{i}")] }).ToArray();
            var byId = tasks.ToDictionary(task => task.Id);
            IReadOnlyList<Diagnostic> faults = [];
            try
            {
                TaskGraph.Create(tasks);
            }
            catch (HaloValidationException exception)
            {
                faults = exception.Diagnostics;
            }

            Assert.That(faults.SelectMany(fault => fault.Cycle.Skip(1)), Is.Unique, "A task is shown in one cycle only, once.");
            foreach (var path in faults.Select(fault => fault.Cycle))
            {
                shown++;
                Assert.That(path[^1], Is.EqualTo(path[0]));
                for (var i = 1; i < path.Count; i++) Assert.That(byId[path[i]].DependsOn, Does.Contain(path[i - 1]), string.Join(" -> ", path));
            }
        }

        Assert.That(shown, Is.GreaterThan(300), "Too few cycles to prove anything.");
    }

    [Test]
    public void Create_Null_Throws() => Assert.Throws<ArgumentNullException>(() => TaskGraph.Create(null!));

    private static TaskNode With(string name, AttributeValue value) => new("t", "x") { Attributes = new Dictionary<string, AttributeValue> { [name] = value } };

    private static IEnumerable<TaskNode> Ring(int length) => Enumerable.Range(0, length).Select(i => new TaskNode($"t{i}", "x") { DependsOn = [$"t{(i + length - 1) % length}"] });

    // "b:a,c" is task b, which depends on a and c.
    private static TaskGraph Build(params string[] tasks) => TaskGraph.Create(tasks.Select(text => text.Split(':')).Select(parts =>
        new TaskNode(parts[0], "x") { DependsOn = parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries) }));
}
