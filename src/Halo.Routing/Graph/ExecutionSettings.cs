namespace Halo.Routing;

/// <summary>
/// How a task is tried: plain data that a plan carries and an executor obeys. What a task leaves out (null) is its agent's,
/// and what the agent leaves out the run's; where none of them says, there is no limit and one attempt.
/// </summary>
public sealed record ExecutionSettings
{
    private const string Timeouts = "from 10 milliseconds to one day";

    /// <summary>The defaults: nothing said.</summary>
    public static ExecutionSettings Default { get; } = new();

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

    /// <summary>Every property whose value cannot be used; none when all is well.</summary>
    public IReadOnlyList<OptionFault> Faults()
    {
        var faults = new OptionFaults();
        faults.InRange(AttemptTimeout, IsTimeout(AttemptTimeout), Timeouts);
        faults.InRange(TotalTimeout, IsTimeout(TotalTimeout), Timeouts);
        faults.Inside(Retry?.Faults(), nameof(Retry));
        return faults.Found;
    }

    private static bool IsTimeout(TimeSpan? time) => time is null || (time >= ShortestTimeout && time <= LongestTime);
}
