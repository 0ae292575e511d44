using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;
using Halo.Performance;

namespace Halo.Benchmarks;

/// <summary>
/// One match, the task's encoding included: by the index, rule after rule, and beside them one lookup of a string in a
/// frozen dictionary of the same size, which is about what the memory of the machine allows.
/// </summary>
[MemoryDiagnoser]
public class LookupBenchmarks
{
    private const int Calls = 64;

    private Action _index = () => { };
    private Action _linear = () => { };
    private FrozenDictionary<string, int> _dictionary = FrozenDictionary<string, int>.Empty;
    private string[] _keys = [];

    [ParamsSource(nameof(Workloads))]
    public string Workload { get; set; } = "";

    [Params(25, 1_000, 100_000, 1_000_000)]
    public int Rules { get; set; }

    public static IEnumerable<string> Workloads => RuleWorkload.Names;

    [GlobalSetup]
    public void Setup()
    {
        var work = RuleWorkload.Create(Workload, Rules);
        _index = work.Matching(new RuleIndex(work.Rules), Calls);
        _linear = work.Matching(new LinearMatcher(work.Rules), calls: 1);
        _dictionary = work.Rules.Select((rule, i) => KeyValuePair.Create(rule.Id, i)).ToFrozenDictionary(StringComparer.Ordinal);
        var random = new Random(Rules);
        _keys = [.. Enumerable.Range(0, Calls).Select(_ => work.Rules[random.Next(Rules)].Id)];
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void Index() => _index();

    [Benchmark]
    public void Linear() => _linear();

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public int FrozenDictionary()
    {
        var sum = 0;
        foreach (var key in _keys) sum += _dictionary[key];
        return sum;
    }
}
