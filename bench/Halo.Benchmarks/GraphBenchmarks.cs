using BenchmarkDotNet.Attributes;
using QuikGraph;
using QuikGraph.Algorithms;

namespace Halo.Benchmarks;

/// <summary>Building and ordering a graph: <see cref="TaskGraph.Create(IEnumerable{TaskNode})"/>, which does both and looks for faults, against QuikGraph.</summary>
[MemoryDiagnoser]
public class GraphBenchmarks
{
    private TaskNode[] _nodes = [];
    private SEquatableEdge<string>[] _edges = [];
    private AdjacencyGraph<int, SEquatableEdge<int>> _numbers = new();

    // The source-first sorts take minutes at 200,000 tasks: ask for that size without them.
    [Params(200, 10_000, 200_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(Count);
        var pairs = Enumerable.Range(1, Count - 1).SelectMany(to => Enumerable.Range(0, 3).Select(_ => (From: random.Next(to), To: to))).Distinct().ToArray();
        var dependsOn = pairs.ToLookup(pair => pair.To, pair => $"t{pair.From}");
        _nodes = [.. Enumerable.Range(0, Count).Select(i => new TaskNode($"t{i}", "work") { DependsOn = [.. dependsOn[i]] })];
        _edges = [.. pairs.Select(pair => new SEquatableEdge<string>($"t{pair.From}", $"t{pair.To}"))];
        _numbers = pairs.Select(pair => new SEquatableEdge<int>(pair.From, pair.To)).ToAdjacencyGraph<int, SEquatableEdge<int>>();
    }

    [Benchmark(Baseline = true)]
    public TaskGraph TaskGraph() => Routing.TaskGraph.Create(_nodes);

    [Benchmark]
    public AdjacencyGraph<string, SEquatableEdge<string>> QuikGraphBuild()
    {
        var graph = new AdjacencyGraph<string, SEquatableEdge<string>>(allowParallelEdges: true, _nodes.Length);
        foreach (var node in _nodes) graph.AddVertex(node.Id);
        graph.AddEdgeRange(_edges);
        return graph;
    }

    [Benchmark]
    public int QuikGraphDepthFirstSort() => _numbers.TopologicalSort().Count();

    [Benchmark]
    public int QuikGraphSourceFirstSort() => _numbers.SourceFirstTopologicalSort().Count();

    [Benchmark]
    public int QuikGraphComponents() => _numbers.StronglyConnectedComponents(new Dictionary<int, int>());
}
