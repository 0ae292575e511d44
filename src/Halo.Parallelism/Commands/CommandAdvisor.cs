using System.Diagnostics;

namespace Halo.Parallelism;

/// <summary>Recommends how many runs of a command should be under way at one time, by running it a few times.</summary>
public sealed class CommandAdvisor
{
    private readonly Action<CancellationToken> _run;
    private readonly AdvisorOptions _options;
    private readonly SpawnCostMeter _meter;
    private readonly IMachineReader _machine;
    private readonly IWorkClock _clock;

    internal CommandAdvisor(Action<CancellationToken> run, AdvisorOptions options, SpawnCostMeter meter, IMachineReader machine, IWorkClock clock)
    {
        OptionFault.ThrowIfAny(options.Faults());
        (_run, _options, _meter, _machine, _clock) = (run, options, meter, machine, clock);
    }

    /// <summary>An advisor for a command on this machine.</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">Settings.</param>
    /// <exception cref="ArgumentException">Options are out of their ranges; the message names every one.</exception>
    public static CommandAdvisor Of(ChildCommand command, AdvisorOptions options) =>
        new(command.Run, options, new SpawnCostMeter(), MachineReader.OfSystem(), ChildrenClock.IsSupported() ? new ChildrenClock() : new ProcessClock());

    /// <summary>Whether processors are as they were for some advice, and memory allows as many workers.</summary>
    /// <param name="advised">The advice.</param>
    public bool AllowsTheSame(CommandAdvice advised)
    {
        var (before, now) = (advised.Advice.Capacity, _machine.Read());
        return (before.Processors, before.CpuQuota, Most(before)) == (now.Processors, now.CpuQuota, Most(now));

        int Most(MachineCapacity limits) => AdviceMaker.MostWorkers(limits, Bounded(advised.PeakMemory));
    }

    /// <summary>Runs the command: some runs alone, and as many at once.</summary>
    /// <param name="count">Runs to advise for; at least 1.</param>
    /// <param name="samples">Runs alone; at least 1. The first of three or more is a warm-up.</param>
    /// <param name="cancellationToken">Ends the runs.</param>
    /// <exception cref="CommandFailedException">A run failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public CommandAdvice Advise(int count, int samples, CancellationToken cancellationToken)
    {
        var limits = _machine.Read();
        var most = AdviceMaker.MostWorkers(limits, _options);
        var workers = Math.Min(Math.Max(2, limits.MostBusy), most);
        var plan = new SamplingPlan(samples, workers < 2 ? 0 : Math.Max(2 * workers, samples), workers, most, double.PositiveInfinity);
        using var source = new ItemSource<int>(Enumerable.Range(0, int.MaxValue));
        var figures = new WorkSampler<int, bool>(source, Run, _clock, plan).Take(out _, cancellationToken);

        long? peak = ChildrenClock.IsSupported() ? ChildrenClock.PeakMemory() : null;
        var advice = AdviceMaker.Of(figures.ToProfile(count, 0, HandOver.MeasureSeconds()), limits, _meter, Bounded(peak));
        return new CommandAdvice(advice, _meter.CostOf(SpawnMethod.ChildProcess), peak);

        bool Run(int item)
        {
            _run(cancellationToken);
            return true;
        }
    }

    /// <summary>Does all runs one after the other, and then as advised.</summary>
    /// <param name="advice">The advice.</param>
    /// <param name="count">How many runs; at least 1.</param>
    /// <param name="cancellationToken">Ends the runs.</param>
    /// <exception cref="CommandFailedException">A run failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public CommandVerification Verify(Advice advice, int count, CancellationToken cancellationToken)
    {
        var serial = TimeOf(advice with { Workers = 1 }, count, cancellationToken);
        return new CommandVerification(serial, TimeOf(advice, count, cancellationToken), advice.PredictedSpeedup);
    }

    private AdvisorOptions Bounded(long? peak) => _options.MemoryPerWorker > 0 || peak is null ? _options : _options with { MemoryPerWorker = peak.Value };

    private double TimeOf(Advice advice, int count, CancellationToken cancellationToken)
    {
        using var source = new ItemSource<int>(Enumerable.Range(0, count));
        var start = Stopwatch.GetTimestamp();
        BatchRunner.Run(source, _ =>
        {
            _run(cancellationToken);
            return true;
        }, advice, cancellationToken);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
