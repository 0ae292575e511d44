namespace Halo.Routing;

/// <summary>A person or a thing that does tasks: a worker, a runner, a machine, a model.</summary>
/// <param name="Name">Its name, unique in the registry and not empty.</param>
public sealed record Agent(string Name)
{
    /// <summary>The lowest speed: 0.001.</summary>
    public const double MinSpeed = 1e-3;

    /// <summary>The highest speed: 1,000,000.</summary>
    public const double MaxSpeed = 1e6;

    /// <summary>The highest cost of a task: 10^12, so that no sum of costs loses its meaning.</summary>
    public const double MaxCost = 1e12;

    internal const double UsualSpeed = 1;

    /// <summary>The task types it can do without a rule, by capability.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>What it is good at, for people to read.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>How many tasks it runs at one time, at least 1. Default 1.</summary>
    public int MaxConcurrentTasks { get; init; } = 1;

    /// <summary>The share of its tasks that succeed, from 0 to 1. Default 0.5. Reported outcomes refine it.</summary>
    public double SuccessRate { get; init; } = 0.5;

    /// <summary>What a task costs, in a unit of the caller's, from 0 to <see cref="MaxCost"/>. Default 0.</summary>
    public double Cost { get; init; }

    /// <summary>
    /// How fast it is beside an agent of speed 1, from <see cref="MinSpeed"/> to <see cref="MaxSpeed"/>: an estimate is
    /// divided by it. Default 1.
    /// </summary>
    public double Speed { get; init; } = UsualSpeed;

    /// <summary>How its tasks are tried where they do not say themselves; null for what the run says.</summary>
    public ExecutionSettings? Execution { get; init; }

    /// <summary>When it is left alone for a while, because too many attempts fail; null for never.</summary>
    public CircuitBreakerSettings? CircuitBreaker { get; init; }
}
