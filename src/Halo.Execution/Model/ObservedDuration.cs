namespace Halo.Execution;

/// <summary>How long one agent took for tasks of one type, beside what was estimated.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Type">The type of the tasks; empty for tasks without one.</param>
/// <param name="Tasks">How many tasks it ended with success in this run.</param>
/// <param name="Mean">The mean time of one, pauses and other agents included.</param>
/// <param name="MeanEstimate">The mean of the estimates of those that had one; null when none had.</param>
public sealed record ObservedDuration(string Agent, string Type, int Tasks, TimeSpan Mean, TimeSpan? MeanEstimate);
