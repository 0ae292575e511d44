using System.Text.Json;
using Halo.Execution;
using Halo.NUnit;
using Halo.Parallelism;

namespace Halo.Unit.Docs;

/// <summary>The code of README and docs, compiled: each block there must stand here to the letter, and is run from here.</summary>
internal static class Snippets
{
    public static void LibraryExample()
    {
        // Block: README.md
        var agents = AgentRegistry.Create(
            new Agent("builder") { Types = ["compile"], MaxConcurrentTasks = 4, SuccessRate = 0.9 },
            new Agent("big_builder") { MaxConcurrentTasks = 2, SuccessRate = 0.8 });
        var rules = RuleSet.Create(
            new RoutingRule("big-builds", When.Type("compile") & When.Attribute("cores").AtLeast(8), "big_builder", Priority: 20));
        var plan = new HaloRouter(rules, agents).Route([
            new TaskNode("kernel", "compile") { Attributes = new Dictionary<string, AttributeValue> { ["cores"] = 16 } },
            new TaskNode("docs", "compile") { DependsOn = ["kernel"] },
        ]);
        foreach (var decision in plan.Decisions) Console.WriteLine($"{decision.Task} -> {decision.Agent} ({decision.Reason})");
        // End
    }

    public static void ChangesWhileRouting(HaloRouter router, string file)
    {
        // Block: docs/routing.md
        router.AddRule(new RoutingRule("nightly", When.Type("compile") & When.Attribute("nightly").Is(true), "big_builder"));
        router.RemoveRule("nightly");

        using var source = RuleSource.Watch(file);
        source.Changed += (_, change) => Console.WriteLine($"added: {string.Join(", ", change.Added)}");
        source.Faulted += (_, fault) => Console.Error.WriteLine(string.Join(Environment.NewLine, fault.Diagnostics));
        using var following = router.Follow(source);
        // End
    }

    public static async Task RunAPlan(RoutingPlan plan)
    {
        // Block: docs/execution.md
        var handlers = new TaskHandlers()
            .Handle("builder", async (task, context, cancellationToken) =>
            {
                await Task.Delay(10, cancellationToken);
                return task.Id.Length;
            })
            .Handle("qa", (task, context, _) => ValueTask.FromResult(context.ResultOf<int>("compile") > 0 ? "green" : "red"));
        var report = await new PlanExecutor().RunAsync(plan, handlers, new RunOptions { Deadline = TimeSpan.FromMinutes(5) });
        foreach (var task in report.Tasks) Console.WriteLine($"{task.Task}: {task.Outcome}, {task.Result}");
        // End
    }

    public static Schedule ScheduleAPlan(RoutingPlan plan, Stream page)
    {
        // Block: docs/schedules.md
        var schedule = Scheduler.Schedule(plan, new ScheduleOptions { Selection = AgentSelection.EarliestFinish });
        var shorter = schedule.Improve(TimeSpan.FromSeconds(10), seed: 1);
        Console.WriteLine($"{shorter.Makespan.TotalSeconds} s, at most {shorter.Gap:P1} above the best");
        shorter.WriteTo(page, ScheduleFormat.Html);
        // End
        return shorter;
    }

    public static RuleSet RulesInCode()
    {
        // Block: docs/rules.md
        var rules = RuleSet.Create(
            new RoutingRule("big-builds", When.Type("compile") & When.Attribute("cores").AtLeast(8), "big_builder", 20),
            new RoutingRule("builds", When.Type("compile"), "builder"));
        // End
        return rules;
    }

    public static void RunAsAdvised(string folder)
    {
        // Block: docs/parallelism.md
        var advisor = new ParallelismAdvisor();
        var outcome = advisor.Run(Directory.EnumerateFiles(folder), file => File.ReadAllBytes(file).Length);
        Console.WriteLine($"{outcome.Advice.Workers} workers: {outcome.Advice.Reason}");
        Console.WriteLine($"predicted {outcome.PredictedSpeedup:0.0}, actual {outcome.ActualSpeedup:0.0} times as fast");
        // End
    }

    public static class PerformanceTests
    {
        [Explicit("It is an example; the file does not exist.")]
        // Block: docs/performance-testing.md
        [TestFixture, NonParallelizable, Category("Performance")]
        public sealed class ParserBudgets
        {
            private static readonly byte[] Text = File.ReadAllBytes("large.json");

            [Test, PerfBudget(0.5, Samples = 5)]
            [PerfRetry(maxRetries: 3, initialDelay: 1, backoffFactor: 2, maxDelay: 10, Reason = "Wall clock on a shared machine.")]
            public void Parse_LargeFile_IsWithinBudget() => Perf.Measure(() => GraphFile.Read(Text));

            [Test]
            public void Parse_LargeFile_IsNoSlowerThanTheFramework() =>
                Perf.Ratio(() => JsonDocument.Parse(Text), () => GraphFile.Read(Text)).AtMost(4);

            [Test]
            public void Suite_EveryTest_KeepsTheRules() => PerfRules.Check(typeof(ParserBudgets).Assembly);
        }
        // End
    }
}
