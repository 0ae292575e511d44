namespace Halo.Parallelism;

/// <summary>
/// Recommends how many workers should do some work, and how many items each should take at one time, by doing a sample of it.
/// Safe to share between threads; samples that are taken at one time disturb each other.
/// </summary>
public sealed class ParallelismAdvisor
{
    private readonly AdvisorOptions _options;
    private readonly IMachineReader _machine;
    private readonly IWorkClock _clock;

    /// <summary>Creates an advisor for this machine.</summary>
    /// <param name="options">How much to sample and what may be recommended; null for the defaults.</param>
    /// <param name="spawnCosts">Measures what starting workers costs; null for one of its own.</param>
    /// <exception cref="ArgumentException">Options are out of their ranges; the message names every one.</exception>
    public ParallelismAdvisor(AdvisorOptions? options = null, SpawnCostMeter? spawnCosts = null)
        : this(options ?? AdvisorOptions.Default, spawnCosts ?? new SpawnCostMeter(), MachineReader.OfSystem(), ProcessClock.OrThread())
    {
    }

    internal ParallelismAdvisor(AdvisorOptions options, SpawnCostMeter spawnCosts, IMachineReader machine, IWorkClock clock)
    {
        OptionFault.ThrowIfAny(options.Faults());
        _options = options;
        _machine = machine;
        _clock = clock;
        SpawnCosts = spawnCosts;
    }

    /// <summary>What starting workers costs.</summary>
    public SpawnCostMeter SpawnCosts { get; }

    /// <summary>What this process may use of the machine, read now.</summary>
    public MachineCapacity ReadCapacity() => _machine.Read();

    /// <summary>Does the first items, and recommends how to do the others.</summary>
    /// <param name="items">The items; enumerated once, and no further than the sample until the rest is asked for.</param>
    /// <param name="function">What is done with each; called once for each item, on several threads.</param>
    /// <param name="cancellationToken">Ends the sample; items that have begun are finished first.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <remarks>What the function or the sequence throws is thrown on, and the sequence is closed.</remarks>
    public AdvisedWork<T, TResult> Advise<T, TResult>(IEnumerable<T> items, Func<T, TResult> function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(function);
        var source = new ItemSource<T>(items);
        try
        {
            var limits = _machine.Read();
            var plan = SamplingPlan.Of(source.Left, limits, _options);
            var figures = new WorkSampler<T, TResult>(source, function, _clock, plan).Take(out var sampled, cancellationToken);
            var profile = figures.ToProfile(source.Left, source.Seconds / Math.Max(1, sampled.Count), HandOver.MeasureSeconds());
            return new AdvisedWork<T, TResult>(source, function, sampled, AdviceMaker.Of(profile, limits, SpawnCosts, _options));
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <summary>Does the first items, and the others as it then recommends. Blocks until all is done.</summary>
    /// <inheritdoc cref="Advise{T, TResult}(IEnumerable{T}, Func{T, TResult}, CancellationToken)"/>
    public RunOutcome<TResult> Run<T, TResult>(IEnumerable<T> items, Func<T, TResult> function, CancellationToken cancellationToken = default)
    {
        using var work = Advise(items, function, cancellationToken);
        return work.Finish(cancellationToken);
    }

    /// <summary>Does the first items, and the others as it then recommends, without blocking the caller.</summary>
    /// <inheritdoc cref="Advise{T, TResult}(IEnumerable{T}, Func{T, TResult}, CancellationToken)"/>
    public Task<RunOutcome<TResult>> RunAsync<T, TResult>(IEnumerable<T> items, Func<T, TResult> function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(function);
        return Task.Factory.StartNew(() => Run(items, function, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <inheritdoc cref="RunAsync{T, TResult}(IEnumerable{T}, Func{T, TResult}, CancellationToken)"/>
    public Task<RunOutcome<TResult>> RunAsync<T, TResult>(IAsyncEnumerable<T> items, Func<T, TResult> function, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        return RunAsync(items.ToBlockingEnumerable(cancellationToken), function, cancellationToken);
    }
}
