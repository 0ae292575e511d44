namespace Halo.Scheduling;

/// <summary>An agent that could have taken a task, as it stood when the task was placed.</summary>
/// <param name="Agent">Its name.</param>
/// <param name="Duration">How long the task takes there.</param>
/// <param name="Start">The earliest start there, from the start of the schedule.</param>
/// <param name="Finish">The finish that follows.</param>
/// <param name="Cost">What the task costs there.</param>
/// <param name="Load">The work for each of its slots, this task with it.</param>
/// <param name="HasRoom">Whether it may take another task of the graph; always, but under <see cref="CapacityMode.WholeGraph"/>.</param>
public sealed record ScheduleCandidate(string Agent, TimeSpan Duration, TimeSpan Start, TimeSpan Finish, double Cost, TimeSpan Load, bool HasRoom);
