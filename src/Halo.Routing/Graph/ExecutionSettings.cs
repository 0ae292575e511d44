namespace Halo.Routing;

/// <summary>
/// How a task is tried: plain data that a plan carries and an executor obeys. What a task leaves out (null) is its agent's,
/// and what the agent leaves out the run's; where none of them says, there is no limit and one attempt.
/// </summary>
public sealed record ExecutionSettings
{
    /// <summary>The shortest timeout: 10 milliseconds.</summary>
    public static TimeSpan ShortestTimeout { get; } = TimeSpan.FromMilliseconds(10);

    /// <summary>The longest timeout or pause: one day.</summary>
    public static TimeSpan LongestTime { get; } = TimeSpan.FromDays(1);

    /// <summary>How long one attempt may take, 10 milliseconds to one day.</summary>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>How long all attempts at one agent may take together, pauses included, 10 milliseconds to one day.</summary>
    public TimeSpan? TotalTimeout { get; init; }

    /// <summary>Whether and how a failed attempt is repeated at the same agent.</summary>
    public RetrySettings? Retry { get; init; }

    /// <summary>Every value that is out of its range, each as a sentence; none when all is well.</summary>
    public IEnumerable<string> Faults()
    {
        if (AttemptTimeout is { } attempt && !IsTimeout(attempt)) yield return $"its attempt timeout is {attempt}; it must be {ShortestTimeout} to {LongestTime}";
        if (TotalTimeout is { } total && !IsTimeout(total)) yield return $"its total timeout is {total}; it must be {ShortestTimeout} to {LongestTime}";
        foreach (var fault in Retry?.Faults() ?? []) yield return fault;
    }

    private static bool IsTimeout(TimeSpan time) => time >= ShortestTimeout && time <= LongestTime;
}
