using System.Diagnostics;

namespace Halo.Execution;

/// <summary>Tells the router and the telemetry how tasks end at agents. What they throw is noted, and ends nothing.</summary>
internal sealed class OutcomeReporter(RoutingPlan plan, HaloRouter? router, TimeProvider time, ListenerFaults faults)
{
    public Watch Begin(int task, int agent) => ExecutionTelemetry.WatchesTasks
        ? new Watch(ExecutionTelemetry.BeginTask(plan.Graph.IdOf(task), plan.Agents[agent].Name, faults), time.GetTimestamp())
        : default;

    public void End(in Watch watch, int agent, in TaskEnd end)
    {
        var name = plan.Agents[agent].Name;
        if (watch.IsOn)
        {
            ExecutionTelemetry.EndTask(watch.Activity, name, end.Outcome, time.GetElapsedTime(watch.Started), faults);
            ExecutionTelemetry.Stop(watch.Activity, faults);
        }

        if (router is not null) Tell(router, name, end);
    }

    // An interrupted attempt says nothing of the agent, and one that an open circuit prevented was never made.
    private void Tell(HaloRouter learner, string agent, in TaskEnd end)
    {
        try
        {
            if (end.Outcome == TaskOutcome.Succeeded) learner.TryReportOutcome(agent, succeeded: true);
            else if (end is { Outcome: TaskOutcome.Failed, Reason: not OutcomeReason.CircuitOpen }) learner.TryReportOutcome(agent, succeeded: false);
        }
        catch (Exception fault)
        {
            faults.Add(fault);
        }
    }

    /// <summary>A task at an agent that is listened to.</summary>
    internal readonly struct Watch(Activity? activity, long started)
    {
        public Activity? Activity => activity;

        public long Started => started;

        public bool IsOn { get; } = true;
    }
}
