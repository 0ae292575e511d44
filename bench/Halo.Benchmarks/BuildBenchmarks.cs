using BenchmarkDotNet.Attributes;
using Halo.Performance;

namespace Halo.Benchmarks;

/// <summary>Building an index, and changing one by a rule.</summary>
[MemoryDiagnoser]
public class BuildBenchmarks
{
    private RuleSet _rules = RuleSet.Empty;
    private RuleIndex _index = new(RuleSet.Empty);
    private int _added;

    [ParamsSource(nameof(Workloads))]
    public string Workload { get; set; } = "";

    [Params(25, 1_000, 100_000)]
    public int Rules { get; set; }

    public static IEnumerable<string> Workloads => RuleWorkload.Names;

    [GlobalSetup]
    public void Setup()
    {
        _rules = RuleWorkload.Create(Workload, Rules).Rules;
        _index = new RuleIndex(_rules);
    }

    [Benchmark(Baseline = true)]
    public RuleIndex Build() => new(_rules);

    // Every addition goes on from the one before, so that merges are paid for on average.
    [Benchmark]
    public RuleIndex AddOne()
    {
        if (++_added % 10_000 == 0) _index = new RuleIndex(_rules);
        return _index = _index.Add(new RoutingRule($"added_{_added}", When.Type($"added_type_{_added}"), "agent_1"));
    }
}
