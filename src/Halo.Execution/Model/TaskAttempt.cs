namespace Halo.Execution;

/// <summary>One call of a handler.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Start">When, from the start of the run.</param>
/// <param name="Duration">How long it took. Of a first attempt that succeeded, the writing of the journal is part of it.</param>
/// <param name="Failure">What it threw, or what came in its place; null when it succeeded.</param>
public sealed record TaskAttempt(string Agent, TimeSpan Start, TimeSpan Duration, Exception? Failure);

/// <summary>One call of a handler by timestamps.</summary>
internal readonly record struct AttemptTimes(int Agent, long Started, long Finished, Exception? Failure);
