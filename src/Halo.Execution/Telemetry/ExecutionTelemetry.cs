using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Halo.Execution;

/// <summary>
/// The activity source and meter named <c>Halo.Execution</c>. Without a listener a task pays for a few flag tests. What a
/// listener throws does not reach the run: see <see cref="RunReport.ListenerFaults"/>.
/// </summary>
public static class ExecutionTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Halo.Execution";

    // A listener is told of each of them as it is made, and may throw: then there is none.
    private static readonly ActivitySource? Source = OrNull(() => new ActivitySource(Name));
    private static readonly Meter? Meter = OrNull(() => new Meter(Name));
    private static readonly Counter<long>? Runs = OrNull(() => Meter?.CreateCounter<long>("halo.execution.runs", "{run}", "Plans run, by what ended them."));
    private static readonly Counter<long>? Tasks = OrNull(() => Meter?.CreateCounter<long>("halo.execution.tasks", "{task}", "Tasks ended at an agent, by agent and outcome."));
    private static readonly Counter<long>? Attempts = OrNull(() => Meter?.CreateCounter<long>("halo.execution.attempts", "{attempt}", "Calls of handlers, by agent."));
    private static readonly Histogram<double>? Duration = OrNull(() => Meter?.CreateHistogram<double>("halo.execution.task.duration", "s", "Time of a task at an agent, by agent and outcome."));

    /// <summary>Whether single attempts are listened to.</summary>
    internal static bool WatchesAttempts => Source?.HasListeners() == true || Attempts?.Enabled == true;

    /// <summary>Whether single tasks are listened to.</summary>
    internal static bool WatchesTasks => Source?.HasListeners() == true || Tasks?.Enabled == true || Duration?.Enabled == true;

    internal static Activity? BeginRun(TaskGraph graph, ListenerFaults faults)
    {
        var activity = Start("halo.run", faults);
        activity?.SetTag("halo.tasks", graph.Count);
        return activity;
    }

    internal static void EndRun(Activity? activity, RunEnd end, ListenerFaults faults)
    {
        if (Runs?.Enabled == true) Guard(() => Runs.Add(1, new KeyValuePair<string, object?>("end", end.ToString())), faults);
        activity?.SetTag("halo.end", end.ToString());
        Stop(activity, faults);
    }

    internal static Activity? BeginTask(string task, string agent, ListenerFaults faults) => Begin("halo.task", task, agent, faults);

    internal static Activity? BeginAttempt(string task, string agent, ListenerFaults faults)
    {
        if (Attempts?.Enabled == true) Guard(() => Attempts.Add(1, new KeyValuePair<string, object?>("agent", agent)), faults);
        return Begin("halo.attempt", task, agent, faults);
    }

    internal static void EndTask(Activity? activity, string agent, TaskOutcome outcome, TimeSpan duration, ListenerFaults faults)
    {
        if (outcome != TaskOutcome.Succeeded) activity?.SetStatus(ActivityStatusCode.Error, outcome.ToString());
        if (Tasks?.Enabled != true && Duration?.Enabled != true) return;
        var tags = new TagList { { "agent", agent }, { "outcome", outcome.ToString() } };
        Guard(() => Tasks?.Add(1, tags), faults);
        Guard(() => Duration?.Record(duration.TotalSeconds, tags), faults);
    }

    /// <summary>Ends an activity.</summary>
    internal static void Stop(Activity? activity, ListenerFaults faults)
    {
        if (activity is null) return;
        Guard(activity.Dispose, faults);
        if (ReferenceEquals(Activity.Current, activity)) Activity.Current = activity.Parent; // a listener threw before it was put back
    }

    private static Activity? Begin(string name, string task, string agent, ListenerFaults faults)
    {
        var activity = Start(name, faults);
        activity?.SetTag("halo.task", task);
        activity?.SetTag("halo.agent", agent);
        return activity;
    }

    private static Activity? Start(string name, ListenerFaults faults)
    {
        if (Source?.HasListeners() != true) return null;
        var outer = Activity.Current;
        try
        {
            return Source.StartActivity(name);
        }
        catch (Exception fault)
        {
            faults.Add(fault);
            Activity.Current = outer;
            return null;
        }
    }

    private static void Guard(Action tell, ListenerFaults faults)
    {
        try
        {
            tell();
        }
        catch (Exception fault)
        {
            faults.Add(fault);
        }
    }

    private static T? OrNull<T>(Func<T?> create)
        where T : class
    {
        try
        {
            return create();
        }
        catch (Exception)
        {
            return null;
        }
    }
}
