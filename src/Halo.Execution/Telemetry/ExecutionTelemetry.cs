using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Halo.Execution;

/// <summary>
/// The activity source and meter named <c>Halo.Execution</c>. When nobody listens a task pays for a few flag tests.
/// </summary>
public static class ExecutionTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Halo.Execution";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Runs = Meter.CreateCounter<long>("halo.execution.runs", "{run}", "Plans run, by what ended them.");
    private static readonly Counter<long> Tasks = Meter.CreateCounter<long>("halo.execution.tasks", "{task}", "Tasks ended at an agent, by agent and outcome.");
    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>("halo.execution.attempts", "{attempt}", "Calls of handlers, by agent.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("halo.execution.task.duration", "s", "Time of a task at an agent, by agent and outcome.");

    /// <summary>Whether single attempts are to be told of.</summary>
    internal static bool WatchesAttempts => Source.HasListeners() || Attempts.Enabled;

    /// <summary>Whether single tasks are to be told of.</summary>
    internal static bool WatchesTasks => Source.HasListeners() || Tasks.Enabled || Duration.Enabled;

    internal static Activity? BeginRun(TaskGraph graph)
    {
        var activity = Source.HasListeners() ? Source.StartActivity("halo.run") : null;
        activity?.SetTag("halo.tasks", graph.Count);
        return activity;
    }

    internal static void EndRun(Activity? activity, RunReport report)
    {
        activity?.SetTag("halo.end", report.End.ToString());
        if (Runs.Enabled) Runs.Add(1, new KeyValuePair<string, object?>("end", report.End.ToString()));
    }

    internal static Activity? BeginTask(string task, string agent) => Begin("halo.task", task, agent);

    internal static Activity? BeginAttempt(string task, string agent)
    {
        if (Attempts.Enabled) Attempts.Add(1, new KeyValuePair<string, object?>("agent", agent));
        return Begin("halo.attempt", task, agent);
    }

    internal static void EndTask(Activity? activity, string agent, TaskOutcome outcome, TimeSpan duration)
    {
        if (outcome != TaskOutcome.Succeeded) activity?.SetStatus(ActivityStatusCode.Error, outcome.ToString());
        if (!Tasks.Enabled && !Duration.Enabled) return;
        var tags = new TagList { { "agent", agent }, { "outcome", outcome.ToString() } };
        Tasks.Add(1, tags);
        Duration.Record(duration.TotalSeconds, tags);
    }

    private static Activity? Begin(string name, string task, string agent)
    {
        var activity = Source.HasListeners() ? Source.StartActivity(name) : null;
        activity?.SetTag("halo.task", task);
        activity?.SetTag("halo.agent", agent);
        return activity;
    }
}
