namespace Halo.Execution;

/// <summary>What became of one task of a run.</summary>
/// <param name="Task">The task's id.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why.</param>
public sealed record TaskReport(string Task, TaskOutcome Outcome, OutcomeReason Reason)
{
    /// <summary>The last agent that tried it; null when none did.</summary>
    public string? Agent { get; init; }

    /// <summary>How often a handler was called for it.</summary>
    public int Attempts { get; init; }

    /// <summary>
    /// The calls of handlers in this run, in order, over all agents. Between two of them it paused, or waited for another
    /// agent. Empty when there was none, also of a task that ended in an earlier part of the run.
    /// </summary>
    public IReadOnlyList<TaskAttempt> History { get; init; } = [];

    /// <summary>When it first began, from the start of the run; null when it did not.</summary>
    public TimeSpan? Start { get; init; }

    /// <summary>From its first begin to its end, pauses and other agents included; null when it did not begin or did not end.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>What the graph estimated for the agent that ran it; null when unknown.</summary>
    public TimeSpan? Estimate { get; init; }

    /// <summary>
    /// What its handler returned; null when it did not succeed. A <see cref="System.Text.Json.JsonElement"/> when it ended in an
    /// earlier part of the run, and its handler does not say what it returns.
    /// </summary>
    public object? Result { get; init; }

    /// <summary>What its last attempt threw; null when it did not fail.</summary>
    public Exception? Failure { get; init; }

    /// <summary>How it came from one agent to the next; empty when the first one did it.</summary>
    public IReadOnlyList<Rerouting> Reroutings { get; init; } = [];
}
