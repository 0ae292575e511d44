using System.Globalization;
using System.Text;
using Halo.Formats;

namespace Halo.Unit.Formats;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class StandardTaskGraphTests
{
    // Two seconds when nothing else runs; it has to hold beside other builds and tests.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private const string Sound =
        """
          3
          0   0   0
          1   5   1   0
          2   7.5 1   0
          3   1   2   1   2
          4   0   1   3
        # Name: example
        # Edges: 5
        """;

    [Test]
    public void Parse_Sound_HasEveryEdge() =>
        Assert.That(Texts.EdgesOf(Texts.Sound(Sound)), Is.EqualTo(new[] { "0->1", "0->2", "1->3", "2->3", "3->4" }));

    [Test]
    public void Parse_Sound_HasTimesAndTypes()
    {
        var graph = Texts.Sound(Sound).Graph;
        Assert.That((graph.EstimateOf(2)?.Seconds, graph.EstimateOf(4)?.Seconds, graph.TypeOf(1)), Is.EqualTo(((double?)7.5, (double?)0, "task")));
    }

    [Test]
    public void Parse_Sound_HasNoAgents() => Assert.That(Texts.Sound(Sound).Agents, Is.Null);

    [Test]
    public void Parse_OneLine_IsTheSameGraph()
    {
        var words = string.Join(' ', Sound[..Sound.IndexOf('#', StringComparison.Ordinal)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.That(Texts.EdgesOf(Texts.Sound(words)), Is.EqualTo(Texts.EdgesOf(Texts.Sound(Sound))));
    }

    [Test]
    public void Parse_CarriageReturnsAndTrailingComments_AreSpace() =>
        Assert.That(Texts.Sound(Sound.ReplaceLineEndings(" # comment\r\n")).Graph.EdgeCount, Is.EqualTo(5));

    [TestCase("3 2\n1 14 0\n2 20 1 1\n3 1 2 1 2\n4 0 1 3\n", "1->2 1->3 2->3 3->4", TestName = "exit only")]
    [TestCase("3 2\n1 14 0\n2 20 1 1\n3 1 2 1 2\n", "1->2 1->3 2->3", TestName = "neither entry nor exit")]
    [TestCase("3 2\n0 0 0\n1 14 1 0\n2 20 1 1\n3 1 2 1 2\n4 0 1 3\n", "0->1 1->2 1->3 2->3 3->4", TestName = "entry and exit")]
    public void Parse_PrototypeForm_HasItsTasksAndProcessors(string text, string edges)
    {
        var file = Texts.Sound(text);
        Assert.That(string.Join(' ', Texts.EdgesOf(file)), Is.EqualTo(edges));
        Assert.That(file.Agents!.Select(agent => $"{agent.Name} {agent.MaxConcurrentTasks} {string.Join(' ', agent.Types)}"), Is.EqualTo(new[] { "processor 2 task" }));
    }

    [TestCase("2 0\n1 14 0\n2 20 1 1\n", new[] { "1: HALO004 The number of processors is 0." }, TestName = "no processors")]
    [TestCase("3 2\n1 14 1 0\n3 20 1 4\n", new[] { "3: HALO205 3 tasks are said; missing: 2.", "2: HALO205 Task '1': its predecessor 0 does not exist.", "3: HALO205 Task '3': its predecessor 4 does not exist." }, TestName = "missing tasks of the prototype form")]
    [TestCase("1\n0 0 0\n1 5 2 0\n2 0 1 1\n", new[] { "3: HALO205 Task '1': it says 2 predecessors and lists 1." }, TestName = "too few predecessors")]
    [TestCase("1\n0 0 0\n1 5 0 0\n2 0 1 1\n", new[] { "3: HALO205 Task '1': it says 0 predecessors and lists 1." }, TestName = "too many predecessors")]
    [TestCase("1\n0 0 0\n1 5 1 7\n2 0 1 1\n", new[] { "3: HALO205 Task '1': its predecessor 7 does not exist; ids go from 0 to 2." }, TestName = "predecessor out of range")]
    [TestCase("1\n0 0 0\n1 5 1 0\n", new[] { "3: HALO205 1 tasks with entry and exit make 3; missing: 2." }, TestName = "missing task")]
    [TestCase("0\n0 0 0\n1 0 1 0\n2 0 1 1\n", new[] { "4: HALO205 Task '2': ids go from 0 to 1." }, TestName = "extra task")]
    [TestCase("1\n0 0 0\n1 x 1 0\n2 0 1 y\n", new[] { "3: HALO004 'x' is not a time.", "4: HALO004 'y' is not a predecessor." }, TestName = "words")]
    [TestCase("1\n0 0 0\n1 -5 0\n2 0 0\n", new[] { "3: HALO004 '-5' is not a time." }, TestName = "negative time")]
    [TestCase("1\n0 0 0\n1 5\n2 0 1 0\n", new[] { "3: HALO205 Task '1': its line ends too early." }, TestName = "short line")]
    [TestCase("1 extra\n0 0 0\n1 5 0\n2 0 1 1\n", new[] { "1: HALO205 'extra' comes after the number of tasks." }, TestName = "word behind the number")]
    [TestCase("1\n0 0 0\n1 5 1 1\n2 0 1 1\n", new[] { "3: HALO203 Task '1': it depends on itself." }, TestName = "self-loop")]
    [TestCase("2\n0 0 0\n1 5 1 2\n2 5 1 1\n3 0 1 2\n", new[] { "3: HALO204 A cycle of 2 tasks: 1 -> 2 -> 1." }, TestName = "cycle")]
    [TestCase("99999999999\n", new[] { "1: HALO004 '99999999999' is not the number of tasks." }, TestName = "too large a number")]
    [TestCase("1 0 0 0 1 5 9 0", new[] { "1: HALO205 Task '1': it says 9 predecessors and lists 1.", "1: HALO205 1 tasks with entry and exit make 3; missing: 2." }, TestName = "one line that ends too early")]
    public void Read_Faulty_NamesEveryFaultWithItsLine(string text, string[] faults) => Assert.That(Texts.FaultsOf(text), Is.EqualTo(faults));

    [Test]
    public void Read_ManyFaults_AreAllNamed() =>
        Assert.That(
            Texts.FaultsOf("3\n0 0 0\n1 5 2 0\n2 3 1 9\n2 1 1 0\n4 0 1 1\n"),
            Is.EqualTo(new[]
            {
                "3: HALO205 Task '1': it says 2 predecessors and lists 1.",
                "4: HALO205 Task '2': its predecessor 9 does not exist; ids go from 0 to 4.",
                "5: HALO205 Task '2': the id is given on line 4 already.",
                "6: HALO205 3 tasks with entry and exit make 5; missing: 3.",
            }));

    [Test]
    public void Read_HugeNumberOfTasksInASmallFile_TakesNoMemory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(Texts.FaultsOf("9000000\n0 0 0\n"), Is.EqualTo(new[] { "2: HALO205 9000000 tasks with entry and exit make 9000002; missing: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...." }));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(4L << 20));
    }

    [Test]
    public void Read_MillionTasks_IsRead()
    {
        const int Tasks = 1_000_000;
        var text = new StringBuilder().Append(Tasks).Append('\n').Append("0 0 0\n");
        for (var i = 1; i <= Tasks; i++) text.Append(CultureInfo.InvariantCulture, $"{i} {i % 100} 2 {i - 1} {i / 2}\n");
        text.Append(CultureInfo.InvariantCulture, $"{Tasks + 1} 0 1 {Tasks}\n");
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var watch = WorkWatch.StartNew();
        var graph = TaskFiles.Read(bytes).OrThrow().Graph;
        TestContext.Out.WriteLine($"{watch.Elapsed.TotalSeconds:0.00} s");
        Assert.That((graph.Count, graph.WaveCount, watch.Elapsed < Patience), Is.EqualTo((Tasks + 2, Tasks + 2, true)));
    }
}
