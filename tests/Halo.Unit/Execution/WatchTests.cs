using System.Diagnostics;
using System.Diagnostics.Metrics;
using Halo.Execution;
using Microsoft.Extensions.DependencyInjection;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution;

/// <summary>Those who watch a run: readers of events, the router, telemetry, the report's comparison.</summary>
[TestFixture, Category("Unit"), NonParallelizable]
public sealed class WatchTests
{
    [Test]
    public async Task Begin_Events_TellTheRunInOrder()
    {
        var plan = Plan([new Agent("a") { Types = ["a"], SuccessRate = 0.9 }, new Agent("b") { Types = ["a"] }], Task("first"), Task("next", "first"));
        var handlers = new TaskHandlers()
            .Handle("a", (task, _, _) => task.Id == "first" ? throw new InvalidOperationException() : ValueTask.CompletedTask)
            .Handle("b", (_, _, _) => ValueTask.CompletedTask);
        var events = new List<(RunEventKind, string, string?, TaskOutcome)>();
        await foreach (var e in new PlanExecutor().Begin(plan, handlers).Events) events.Add((e.Kind, e.Task, e.Agent, e.Outcome));
        Assert.That(events, Is.EqualTo(new[]
        {
            (RunEventKind.Began, "first", "a", TaskOutcome.Open), (RunEventKind.AttemptFailed, "first", "a", TaskOutcome.Open), (RunEventKind.RoutedAgain, "first", "a", TaskOutcome.Open), (RunEventKind.Began, "first", "b", TaskOutcome.Open),
            (RunEventKind.Ended, "first", "b", TaskOutcome.Succeeded), (RunEventKind.Began, "next", "a", TaskOutcome.Open), (RunEventKind.Ended, "next", "a", TaskOutcome.Succeeded),
        }));
    }

    [Test]
    public async Task Begin_RunThatIsRefused_EndsTheEvents()
    {
        var running = new PlanExecutor().Begin(Plan(Task("t")), new TaskHandlers());
        await foreach (var _ in running.Events) Assert.Fail("Nothing can happen.");
        Assert.That(() => running.Report, Throws.TypeOf<HaloValidationException>());
    }

    [Test]
    public async Task Run_WithARouter_ReportsEachAgentsOutcomes()
    {
        var agents = AgentRegistry.Create(new Agent("a") { Types = ["a"], SuccessRate = 0.5 }, new Agent("b") { Types = ["a"], SuccessRate = 0.4 });
        var router = new HaloRouter(RuleSet.Empty, agents, new HaloRouterOptions { PriorStrength = 1 });
        var handlers = new TaskHandlers().Handle("a", (_, _, _) => throw new InvalidOperationException()).Handle("b", (_, _, _) => ValueTask.CompletedTask);
        await new PlanExecutor(router: router).RunAsync(router.Route([Task("t")]), handlers);
        Assert.That((router.SuccessRateOf("a"), router.SuccessRateOf("b")), Is.EqualTo((0.25, 0.7)));
    }

    [Test]
    public async Task Durations_OfARun_CompareWithTheEstimates()
    {
        var plan = Plan(Task("1") with { Estimate = 2.Seconds() }, Task("2") with { Estimate = 4.Seconds() });
        var durations = (await Run(plan, Handlers(plan))).Durations();
        Assert.That(durations.Select(each => (each.Agent, each.Type, each.Tasks, each.MeanEstimate)), Is.EqualTo(new[] { ("a", "a", 2, (TimeSpan?)TimeSpan.FromSeconds(3)) }));
    }

    [Test]
    public async Task Run_WithAListener_NestsAttemptsInTasksInTheRun()
    {
        var names = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ExecutionTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => names.Add($"{activity.OperationName} in {activity.Parent?.OperationName}"),
        };
        ActivitySource.AddActivityListener(listener);
        var plan = Plan(Task("t"));
        await Run(plan, Handlers(plan));
        Assert.That(names, Is.EqualTo(new[] { "halo.attempt in halo.task", "halo.task in halo.run", "halo.run in " }));
    }

    [Test]
    public async Task Run_WithAMeter_CountsTasksByAgentAndOutcome()
    {
        var counted = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, meter) =>
        {
            if (instrument.Name == "halo.execution.tasks") meter.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => counted.Add($"{value} {tags[0].Value} {tags[1].Value}"));
        listener.Start();
        var plan = Plan([Agent("a")], Task("good"), Task("bad"));
        await Run(plan, Handlers(plan, "bad"));
        Assert.That(counted, Is.EqualTo(new[] { "1 a Succeeded", "1 a Failed" }));
    }

    [Test]
    public async Task AddHaloExecution_ContainerWithARouter_FeedsItWithOutcomes()
    {
        var router = new HaloRouter(RuleSet.Empty, AgentRegistry.Create(Agent("a")));
        await using var provider = new ServiceCollection().AddSingleton(router).AddHaloExecution().BuildServiceProvider();
        var plan = router.Route([Task("t")]);
        await provider.GetRequiredService<PlanExecutor>().RunAsync(plan, Handlers(plan, "t"));
        Assert.That(router.SuccessRateOf("a"), Is.LessThan(0.5));
    }
}
