namespace Halo.Routing;

/// <summary>How a <see cref="RuleSource"/> watches its file.</summary>
public sealed record RuleSourceOptions
{
    private static readonly TimeSpan LongestQuietPeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPollInterval = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestMaxDelay = TimeSpan.FromDays(1);

    /// <summary>The defaults.</summary>
    public static RuleSourceOptions Default { get; } = new();

    /// <summary>
    /// How long the file must stay as it is before it is read, so that half of it is never read; up to one minute.
    /// Default 200 ms.
    /// </summary>
    public TimeSpan QuietPeriod { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// How long a change may be put off because the file changes again and again; then it is read as it is, at the latest
    /// one quiet period later. At least <see cref="QuietPeriod"/>, more than zero and up to one day. Default 2 s.
    /// </summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How often the file is looked at when the system has announced no change, as some network mounts never do; more than
    /// zero, up to one day. Default 5 s.
    /// </summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How large the file may be.</summary>
    public InputLimits Limits { get; init; } = InputLimits.Default;

    /// <summary>Every property whose value cannot be used; none when all is well.</summary>
    public IReadOnlyList<OptionFault> Faults()
    {
        var faults = new OptionFaults();
        faults.InRange(QuietPeriod, QuietPeriod >= TimeSpan.Zero && QuietPeriod <= LongestQuietPeriod, "from zero to one minute");
        faults.InRange(MaxDelay, MaxDelay > TimeSpan.Zero && MaxDelay >= QuietPeriod && MaxDelay <= LongestMaxDelay, "more than zero, at least QuietPeriod and at most one day");
        faults.InRange(PollInterval, PollInterval > TimeSpan.Zero && PollInterval <= LongestPollInterval, "more than zero and at most one day");
        faults.NotNull(Limits);
        faults.Inside(Limits?.Faults(), nameof(Limits));
        return faults.Found;
    }
}
