using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Halo.Routing;

/// <summary>
/// The activity source and meter named <c>Halo.Routing</c>. When nothing listens, a route pays for a few flag tests.
/// </summary>
public static class RoutingTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Halo.Routing";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Routes = Meter.CreateCounter<long>("halo.routing.routes", "{route}", "Graphs routed.");
    private static readonly Counter<long> Tasks = Meter.CreateCounter<long>("halo.routing.tasks", "{task}", "Tasks decided.");
    private static readonly Counter<long> Unassigned = Meter.CreateCounter<long>("halo.routing.unassigned", "{task}", "Tasks left without an agent, by reason.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("halo.routing.duration", "s", "Time to route a graph.");

    internal static Measurement Begin(TaskGraph graph)
    {
        var activity = Source.HasListeners() ? Source.StartActivity("halo.route") : null;
        activity?.SetTag("halo.tasks", graph.Count);
        return new Measurement(activity, Duration.Enabled ? Stopwatch.GetTimestamp() : 0);
    }

    internal readonly struct Measurement(Activity? activity, long started) : IDisposable
    {
        public void End(RoutingPlan plan)
        {
            activity?.SetTag("halo.unassigned", plan.UnassignedCount);
            Routes.Add(1);
            Tasks.Add(plan.Graph.Count);
            if (started != 0) Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
            if (plan.UnassignedCount > 0 && Unassigned.Enabled) CountUnassigned(plan);
        }

        public void Dispose() => activity?.Dispose();

        private static void CountUnassigned(RoutingPlan plan)
        {
            foreach (var group in plan.Unassigned.CountBy(decision => decision.Reason))
            {
                Unassigned.Add(group.Value, new KeyValuePair<string, object?>("reason", ReasonNames.Of(group.Key)));
            }
        }
    }
}
