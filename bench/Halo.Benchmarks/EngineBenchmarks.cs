using System.Linq.Expressions;
using BenchmarkDotNet.Attributes;
using NRules;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using RulesEngine.Models;

namespace Halo.Benchmarks;

/// <summary>
/// The same rules asked of the same tasks by Halo, NRules and RulesEngine: which agent does each task get? A rule is a type and a
/// least number of cores, and the best rule decides. All three are asked for the same answers before anything is measured.
/// </summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private const int Tasks = 16;
    private const string Workflow = "route";

    private Job[] _jobs = [];
    private TaskGraph? _graph;
    private HaloRouter? _halo;
    private ISession? _session;
    private RulesEngine.RulesEngine? _engine;

    [Params(10, 100, 1_000, 10_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(Rules);
        var types = Math.Max(1, Rules / 5);
        var rules = Enumerable.Range(0, Rules).Select(i => new Entry($"r{i}", $"type_{i % types}", random.Next(1, 64), $"agent_{i % 16}", Rules - i)).ToArray();
        _jobs = [.. Enumerable.Range(0, Tasks).Select(i => new Job($"t{i}", $"type_{random.Next(types)}", random.Next(1, 64)))];

        var agents = AgentRegistry.Create(Enumerable.Range(0, 16).Select(i => new Agent($"agent_{i}") { MaxConcurrentTasks = 1_000 }));
        _halo = new HaloRouter(
            Routing.RuleSet.Create(rules.Select(rule => new RoutingRule(rule.Id, When.Type(rule.Type) & When.Attribute("cores").AtLeast(rule.Cores), rule.Agent, rule.Priority))), agents);
        _graph = TaskGraph.Create(_jobs.Select(job => new TaskNode(job.Id, job.Type) { Attributes = new Dictionary<string, AttributeValue> { ["cores"] = job.Cores } }));
        _session = new RuleCompiler().Compile(rules.Select(Definition)).CreateSession();
        _engine = new RulesEngine.RulesEngine(
            [new Workflow
            {
                WorkflowName = Workflow,
                Rules = [.. rules.Select(rule => new Rule { RuleName = rule.Id, SuccessEvent = rule.Agent, Expression = $"input1.Type == \"{rule.Type}\" && input1.Cores >= {rule.Cores}" })],
            }]);
        var expected = Halo();
        if (ByNRules() != expected || ByRulesEngine() != expected) throw new InvalidOperationException("The engines disagree.");
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Tasks)]
    public string Halo()
    {
        var plan = _halo!.Route(_graph!);
        var answers = new string[Tasks];
        for (var task = 0; task < Tasks; task++) answers[task] = plan[task].Agent ?? "-";
        return string.Join(' ', answers);
    }

    [Benchmark(OperationsPerInvoke = Tasks)]
    public string ByNRules()
    {
        foreach (var job in _jobs)
        {
            job.Agent = "-";
            _session!.Insert(job);
            _session.Fire(1);
            _session.Retract(job);
        }

        return string.Join(' ', _jobs.Select(job => job.Agent));
    }

    [Benchmark(OperationsPerInvoke = Tasks)]
    public string ByRulesEngine() => string.Join(' ', _jobs.Select(job =>
        _engine!.ExecuteAllRulesAsync(Workflow, job).AsTask().GetAwaiter().GetResult().FirstOrDefault(result => result.IsSuccess)?.Rule.SuccessEvent ?? "-"));

    private static IRuleDefinition Definition(Entry rule)
    {
        var builder = new RuleBuilder();
        builder.Name(rule.Id);
        builder.Priority(rule.Priority);
        Expression<Func<Job, bool>> matches = job => job.Type == rule.Type && job.Cores >= rule.Cores;
        Expression<Action<IContext, Job>> assign = (_, job) => job.Assign(rule.Agent);
        builder.LeftHandSide().Pattern(typeof(Job), "job").Condition(matches);
        builder.RightHandSide().Action(assign);
        return builder.Build();
    }

    private sealed record Entry(string Id, string Type, int Cores, string Agent, int Priority);

    /// <summary>A task as the other engines see it.</summary>
    public sealed class Job(string id, string type, int cores)
    {
        public string Id => id;

        public string Type => type;

        public int Cores => cores;

        public string Agent { get; set; } = "-";

        public void Assign(string agent) => Agent = agent;
    }
}
