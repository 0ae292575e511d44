using System.Text.Json;
using Halo.Formats;

namespace Halo.Unit.Formats;

/// <summary>Recorded workflows: the files that tasks produce and consume are an oracle for the edges.</summary>
[TestFixture, Category("RealData")]
public sealed class RealWfFormatTests
{
    [Test]
    public void Instances_InFolder_AreFive() => Assert.That(Paths(), Has.Count.EqualTo(5));

    [Test]
    public void Load_EveryInstance_HasAnEdgeForEveryFileHandedOn()
    {
        foreach (var path in Paths()) Assert.That(Texts.EdgesOf(TaskFiles.Load(path)), Is.EquivalentTo(EdgesByFiles(path)), path);
    }

    [Test]
    public void Load_EveryInstance_HasEveryRuntime()
    {
        foreach (var path in Paths())
        {
            var graph = TaskFiles.Load(path).Graph;
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            var runtimes = document.RootElement.GetProperty("workflow").GetProperty("execution").GetProperty("tasks").EnumerateArray()
                .Select(task => $"{task.GetProperty("id").GetString()} {task.GetProperty("runtimeInSeconds").GetDouble()}");
            Assert.That(Enumerable.Range(0, graph.Count).Select(task => $"{graph.IdOf(task)} {graph.EstimateOf(task)?.Seconds}"), Is.EquivalentTo(runtimes), path);
        }
    }

    [TestCase("1000genome-chameleon-2ch-100k-001.json", "individuals:20 mutation_overlap:14 frequency:14 individuals_merge:2 sifting:2")]
    [TestCase("blast-chameleon-small-001.json", "blastall:40 split_fasta:1 cat_blast:1 cat:1")]
    [TestCase("montage-chameleon-2mass-005d-001.json", "mDiffFit:18 mProject:12 mBackground:12 mViewer:4 mConcatFit:3 mBgModel:3 mImgtbl:3 mAdd:3")]
    [TestCase("srasearch-chameleon-10a-001.json", "fasterq-dump:10 bowtie2:10 bowtie2-build:1 merge:1")]
    public void Load_Instance_HasTheTypesOfItsPrograms(string name, string types)
    {
        var graph = TaskFiles.Load(Path.Combine(RealData.Folder("data", "wfinstances"), name)).Graph;
        Assert.That(Enumerable.Range(0, graph.Count).CountBy(graph.TypeOf).Select(pair => $"{pair.Key}:{pair.Value}"), Is.EquivalentTo(types.Split(' ')));
    }

    [Test]
    public void Load_InstanceOfScripts_HasTheNamesAsTypes()
    {
        var graph = TaskFiles.Load(Path.Combine(RealData.Folder("data", "wfinstances"), "hic-dirt02-001.json")).Graph;
        Assert.That(Enumerable.Range(0, graph.Count).Where(task => !graph.IdOf(task).StartsWith(graph.TypeOf(task), StringComparison.Ordinal)), Is.Empty);
        Assert.That(Enumerable.Range(0, graph.Count).Select(graph.TypeOf).Distinct().Count(), Is.EqualTo(26));
    }

    [TestCase("blast-chameleon-small-001.json", "worker-1.novalocal:24 worker-2.novalocal:24")]
    [TestCase("hic-dirt02-001.json", "dirt02:1")]
    [TestCase("montage-chameleon-2mass-005d-001.json", "mem:48")]
    public void Load_Instance_HasItsMachines(string name, string machines) =>
        Assert.That(
            TaskFiles.Load(Path.Combine(RealData.Folder("data", "wfinstances"), name)).Agents!.Select(agent => $"{agent.Name}:{agent.MaxConcurrentTasks}"),
            Is.EqualTo(machines.Split(' ')));

    [Test]
    public void Route_EveryInstance_AssignsEveryTask()
    {
        foreach (var path in Paths())
        {
            var file = TaskFiles.Load(path);
            Assert.That(new HaloRouter(RuleSet.Empty, file.Agents!).Route(file.Graph).UnassignedCount, Is.Zero, path);
        }
    }

    [TestCase("1.4")]
    [TestCase("1.3")]
    public void Load_EveryInstanceInAnOlderVersion_IsTheSameGraphAndMachines(string version)
    {
        foreach (var path in Paths())
        {
            var (newer, older) = (TaskFiles.Load(path), TaskFiles.Parse(WfDowngrade.Of(path, version)));
            Assert.That(older.Format, Is.EqualTo($"WfFormat {version}"));
            Assert.That(Describe(older), Is.EqualTo(Describe(newer)), path);
            Assert.That(older.Agents!.Select(agent => (agent.Name, agent.MaxConcurrentTasks, agent.Speed)), Is.EqualTo(newer.Agents!.Select(agent => (agent.Name, agent.MaxConcurrentTasks, agent.Speed))));
        }
    }

    // The name differs: in older versions it is the id.
    private static IEnumerable<string> Describe(TaskFile file) =>
        Enumerable.Range(0, file.Graph.Count).Select(task =>
            $"{file.Graph.IdOf(task)} <- {string.Join(',', file.Graph[task].DependsOn.Order(StringComparer.Ordinal))}: {file.Graph.EstimateOf(task)?.Seconds} "
            + string.Join("; ", file.Graph.AttributesOf(task).Where(pair => pair.Key != "name").Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal)));

    private static List<string> Paths() => [.. Directory.GetFiles(RealData.Folder("data", "wfinstances"), "*-001.json").Order(StringComparer.Ordinal)];

    private static HashSet<string> EdgesByFiles(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var tasks = document.RootElement.GetProperty("workflow").GetProperty("specification").GetProperty("tasks").EnumerateArray().ToList();
        var producers = tasks.SelectMany(task => Strings(task, "outputFiles").Select(file => (file, Id(task)))).ToLookup(pair => pair.file, pair => pair.Item2);
        return [.. tasks.SelectMany(task => Strings(task, "inputFiles").SelectMany(file => producers[file]).Select(producer => $"{producer}->{Id(task)}"))];
    }

    private static string Id(JsonElement task) => task.GetProperty("id").GetString()!;

    private static IEnumerable<string> Strings(JsonElement task, string name) => task.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(item => item.GetString()!) : [];
}
