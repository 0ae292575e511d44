using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Halo.Unit.Routing;

[TestFixture, Category("Unit"), NonParallelizable]
public sealed class RoutingTelemetryTests
{
    private static readonly AgentRegistry Agents = AgentRegistry.Create(new Agent("a") { Types = ["x"] });
    private static readonly TaskNode[] Tasks = [new TaskNode("t1", "x"), new TaskNode("t2", "unknown"), new TaskNode("t3", "unknown")];

    [Test]
    public void Route_WithAListener_CountsUnassignedByReason()
    {
        var counted = new List<(string Instrument, long Value, string? Reason)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, meter) =>
        {
            if (instrument.Meter.Name == "Halo.Routing") meter.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => counted.Add((instrument.Name, value, tags.Length == 0 ? null : tags[0].Value as string)));
        listener.Start();
        new HaloRouter(RuleSet.Empty, Agents).Route(Tasks);
        Assert.That(counted, Is.EquivalentTo(new (string, long, string?)[]
        {
            ("halo.routing.routes", 1, null), ("halo.routing.tasks", 3, null), ("halo.routing.unassigned", 2, "noMatch"),
        }));
    }

    [Test]
    public void Route_WithAListener_RecordsTheDurationInSeconds()
    {
        var durations = new List<double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, meter) =>
        {
            if (instrument.Name == "halo.routing.duration") meter.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => durations.Add(value));
        listener.Start();
        new HaloRouter(RuleSet.Empty, Agents).Route(Tasks);
        Assert.That(durations, Has.Count.EqualTo(1).And.All.InRange(0, 60));
    }

    [Test]
    public void Route_WithAListener_StartsAnActivityWithItsFigures()
    {
        Activity? seen = null;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Halo.Routing",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => seen = activity,
        };
        ActivitySource.AddActivityListener(listener);
        new HaloRouter(RuleSet.Empty, Agents).Route(Tasks);
        Assert.That((seen?.OperationName, seen?.GetTagItem("halo.tasks"), seen?.GetTagItem("halo.unassigned")), Is.EqualTo(("halo.route", 3, 2)));
    }

    [Test]
    public void Route_WithUnassignedTasks_LogsAWarning()
    {
        var log = new RouterLog();
        new HaloRouter(RuleSet.Empty, Agents, logger: log).Route(Tasks);
        Assert.That(log.Lines, Is.EqualTo(new[] { "Warning: 2 of 3 tasks have no agent." }));
    }
}
