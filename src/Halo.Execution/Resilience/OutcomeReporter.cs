using System.Diagnostics;

namespace Halo.Execution;

/// <summary>Tells the router and the telemetry how tasks end at agents.</summary>
internal sealed class OutcomeReporter(RoutingPlan plan, HaloRouter? router, TimeProvider time)
{
    public Watch Begin(int task, int agent) => ExecutionTelemetry.WatchesTasks
        ? new Watch(ExecutionTelemetry.BeginTask(plan.Graph.IdOf(task), plan.Agents[agent].Name), time.GetTimestamp())
        : default;

    public void End(in Watch watch, int agent, in TaskEnd end)
    {
        var name = plan.Agents[agent].Name;
        if (watch.IsOn) ExecutionTelemetry.EndTask(watch.Activity, name, end.Outcome, time.GetElapsedTime(watch.Started));

        // An interrupted attempt says nothing of the agent, and one that an open circuit prevented was never made.
        if (end.Outcome == TaskOutcome.Succeeded) router?.TryReportOutcome(name, succeeded: true);
        else if (end is { Outcome: TaskOutcome.Failed, Reason: not OutcomeReason.CircuitOpen }) router?.TryReportOutcome(name, succeeded: false);
    }

    /// <summary>A task at an agent that somebody watches.</summary>
    internal readonly struct Watch(Activity? activity, long started) : IDisposable
    {
        public Activity? Activity => activity;

        public long Started => started;

        public bool IsOn { get; } = true;

        public void Dispose() => activity?.Dispose();
    }
}
