using System.Reflection;
using Halo.Execution;
using Halo.Formats;
using Halo.Parallelism;
using Halo.Results;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Halo.Unit.Architecture;

/// <summary>
/// Every options type has defaults, tells what is wrong with each of its properties, and is refused where it is used by one
/// exception that names every such property.
/// </summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class OptionsLawTests
{
    // Properties that may have any value of their type.
    private static readonly string[] AnyValue = ["ImproveOptions.Seed", "ScheduleOptions.PriorityAttribute", "HaloServiceOptions.RulesFile", "HaloServiceOptions.AgentsFile", "RunOptions.JitterSeed"];

    private static readonly RuleSet Rules = RuleSet.Create(new RoutingRule("r", When.Always, "a"));
    private static readonly AgentRegistry Agents = AgentRegistry.Create(new Agent("a"));

    private static IEnumerable<Type> Types() => SourceAssemblies.All.SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => type is { IsClass: true, IsAbstract: false } or { IsValueType: true, IsEnum: false })
        .Where(type => new[] { "Options", "Settings", "Limits" }.Any(end => type.Name.EndsWith(end, StringComparison.Ordinal)));

    [TestCaseSource(nameof(Types))]
    public void Default_OfEveryType_HasNoFault(Type type) => Assert.That(FaultsOf(DefaultOf(type)!.GetValue(null)!), Is.Empty);

    [TestCaseSource(nameof(WrongValues))]
    public void Faults_WrongValue_NamesItsProperty(Type type, PropertyInfo property, object? value) =>
        Assert.That(FaultsOf(With(type, (property, value))).Select(fault => fault.Property.Split('.')[0]), Does.Contain(property.Name));

    [TestCaseSource(nameof(Types))]
    public void Use_EveryPropertyWrong_IsOneExceptionThatNamesAll(Type type)
    {
        var wrong = WrongValuesOf(type).DistinctBy(pair => pair.Property).ToArray();
        var refusal = RefusalOf(With(type, wrong));
        Assert.That(refusal, Is.TypeOf<ArgumentException>().Or.TypeOf<HaloValidationException>().Or.TypeOf<OptionsValidationException>(), $"A {type.Name} that is all wrong.");
        foreach (var (property, _) in wrong) Assert.That(refusal!.Message, Does.Contain(property.Name));
    }

    private static IEnumerable<TestCaseData> WrongValues() =>
        Types().SelectMany(type => WrongValuesOf(type).Select(pair => new TestCaseData(type, pair.Property, pair.Value).SetArgDisplayNames(type.Name, pair.Property.Name, $"{pair.Value ?? "null"}")));

    private static IEnumerable<(PropertyInfo Property, object? Value)> WrongValuesOf(Type type)
    {
        var nullability = new NullabilityInfoContext();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null && !AnyValue.Contains($"{type.Name}.{property.Name}")))
        {
            var value = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (value == typeof(bool)) continue;
            if (!value.IsValueType)
            {
                if (nullability.Create(property).WriteState == NullabilityState.NotNull) yield return (property, null);
                continue;
            }

            object[] wrong = value.IsEnum ? [Enum.ToObject(value, 99)]
                : value == typeof(TimeSpan) ? [TimeSpan.MinValue, TimeSpan.FromTicks(-1)]
                : value == typeof(double) ? [double.NaN, double.NegativeInfinity, -0.5]
                : [Convert.ChangeType(-1, value, null), value.GetField("MinValue")!.GetValue(null)!];
            foreach (var one in wrong) yield return (property, one);
        }
    }

    private static object With(Type type, params (PropertyInfo Property, object? Value)[] values)
    {
        var options = Activator.CreateInstance(type)!;
        foreach (var (property, value) in values) property.SetValue(options, value);
        return options;
    }

    private static PropertyInfo? DefaultOf(Type type) => type.GetProperty("Default", BindingFlags.Public | BindingFlags.Static) is { } property && property.PropertyType == type ? property : null;

    private static MethodInfo? FaultsMethodOf(Type type) => type.GetMethod("Faults", []) is { } method && method.ReturnType == typeof(IReadOnlyList<OptionFault>) ? method : null;

    private static IReadOnlyList<OptionFault> FaultsOf(object options) => (IReadOnlyList<OptionFault>)FaultsMethodOf(options.GetType())!.Invoke(options, null)!;

    private static Exception? RefusalOf(object options)
    {
        try
        {
            Use(options);
            return null;
        }
        catch (Exception refusal)
        {
            return refusal;
        }
    }

    // A use of each type; one that is missing here fails the test.
    private static void Use(object options)
    {
        switch (options)
        {
            case InputLimits limits: InputLimits.Of(limits); break;
            case RuleSourceOptions source: RuleSource.Watch("rules.json", source).Dispose(); break;
            case HaloRouterOptions router: _ = new HaloRouter(Rules, Agents, router); break;
            case RouteOptions route: new HaloRouter(Rules, Agents).Route([new TaskNode("t", "x")], route); break;
            case ScheduleOptions schedule: Scheduler.Schedule(Plan(), schedule); break;
            case ImproveOptions improve: Scheduler.Schedule(Plan()).Improve(improve); break;
            case ExecutionSettings execution: TaskGraph.Create([new TaskNode("t", "x") { Execution = execution }]); break;
            case RetrySettings retry: TaskGraph.Create([new TaskNode("t", "x") { Execution = new ExecutionSettings { Retry = retry } }]); break;
            case CircuitBreakerSettings breaker: AgentRegistry.Create(new Agent("a") { CircuitBreaker = breaker }); break;
            case HaloServiceOptions services: Start(services); break;
            case TaskFileLimits limits: TaskFiles.Read("no.json", limits); break;
            case RunOptions run: new PlanExecutor().RunAsync(Plan(), new TaskHandlers(), run).GetAwaiter().GetResult(); break;
            case JournalLimits journal: new PlanExecutor().RunAsync(Plan(), new TaskHandlers(), new RunOptions { JournalLimits = journal }).GetAwaiter().GetResult(); break;
            case AdvisorOptions advisor: _ = new ParallelismAdvisor(advisor); break;
            case SpawnCostOptions spawning: _ = new SpawnCostMeter(spawning); break;
            case PerfLimits results: PerfResults.Read("no.perf.jsonl", results); break;
            default: throw new NotSupportedException($"The test does not use {options.GetType().Name}.");
        }
    }

    private static RoutingPlan Plan() => new HaloRouter(Rules, Agents).Route([new TaskNode("t", "x")]);

    private static void Start(HaloServiceOptions wrong)
    {
        using var services = new ServiceCollection().AddHaloRouting(Rules, Agents, options =>
        {
            foreach (var property in typeof(HaloServiceOptions).GetProperties().Where(property => property.SetMethod is { IsStatic: false })) property.SetValue(options, property.GetValue(wrong));
        }).BuildServiceProvider();
        services.GetRequiredService<HaloRouter>();
    }
}
