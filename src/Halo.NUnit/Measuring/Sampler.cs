using Halo.Results;

namespace Halo.NUnit;

/// <summary>Takes samples of code in slices, with looks at the speed of the machine in between.</summary>
internal sealed class Sampler(Machine machine, MeasureOptions options, MeasuredCode code)
{
    private const int Slices = 16;
    private const int MostSingleCalls = CallTimes.Stretch * CallTimes.FewestStretches; // each in a slice of its own
    private const int MostCorrections = 8;
    private const double UnsettledShare = 0.02;
    private const double ShortestTimedMs = 0.001; // for shorter calls the clock itself would count
    private const double DisturbedShare = 0.1;
    private const double OwnThreadsShare = 0.25;

    private readonly WarmUp _warmUp = new(machine, options);
    private readonly SpeedProbe _speed = new(machine, options.Bound);
    private readonly CallTimes _times = new(machine.Time);
    private int _calls;
    private int _corrections;

    /// <summary>As many samples as the options say.</summary>
    public IReadOnlyList<SlicedSample> Samples() => [.. Enumerable.Range(0, options.Samples).Select(_ => Next())];

    /// <summary>The next sample; the first one begins with the warm-up.</summary>
    public SlicedSample Next()
    {
        if (_calls == 0) _calls = _warmUp.Run(code);
        while (true)
        {
            var sample = Sliced();
            if (IsTooShort(sample.Total)) _calls = _warmUp.CallsOf(sample.Total.NetMs / sample.Total.Calls);
            else if (IsUnsettled(sample.Total)) _warmUp.LetCompile(sample.Total);
            else return sample;
            _corrections++;
        }
    }

    private SlicedSample Sliced()
    {
        var callsEach = _calls <= MostSingleCalls ? 1 : (_calls + Slices - 1) / Slices;
        var slices = new List<PerfSample>();
        var times = callsEach > 1 && _calls * ShortestTimedMs <= options.BatchMs ? _times : null;
        _times.Reserve(times is null ? 0 : callsEach * Slices);
        Probe();
        for (var calls = 0; calls < _calls; calls += callsEach)
        {
            slices.Add(_warmUp.Batch(code, callsEach, times));
            times?.Keep(IsUndisturbed(slices[^1]));
            Probe();
        }

        return Sum(slices);
    }

    private SlicedSample Sum(List<PerfSample> slices)
    {
        var total = SampleSum.Of(slices);
        var (least, most) = _speed.TakeSlowdown();

        // Beside other threads of the process it is they that slow a yardstick.
        if (total.OwnThreadsCpuMs > total.WallMs * OwnThreadsShare) (least, most) = (1, 1);

        // Stolen time is told in ticks, too coarse for a slice: all slices share it, by the time in which they did not run.
        var idle = Math.Max(slices.Sum(IdleMs), double.Epsilon);
        PerfSample Corrected(PerfSample sample) => sample with { LeastSlowdown = least, Slowdown = most };
        PerfSample[] corrected = [.. slices.Select(slice => Corrected(slice) with { StealMs = total.StealMs * IdleMs(slice) / idle })];
        total = Corrected(total) with { SlowQuarterMs = _times.SlowQuarterMs() };
        var quiet = new Evidence([new SlicedSample(total, corrected)]).Quiet;
        return new SlicedSample(total with { QuietMsPerCall = quiet?.NetMsPerCall ?? 0 }, corrected);
    }

    private static double IdleMs(PerfSample slice) => Math.Max(0, slice.WallMs - slice.CpuMs - slice.RunDelayMs);

    // A long call has only the looks before and after it.
    private void Probe()
    {
        for (var i = _calls == 1 ? Slices : 1; i > 0; i--) _speed.Probe();
    }

    private static bool IsUndisturbed(PerfSample slice) => slice.QueuedMs + slice.StolenMs <= slice.WallMs * DisturbedShare;

    // Warm-up ends before all is compiled when the machine is busy, and a first call may be long for another reason than the
    // work: a batch much too short is made longer.
    private bool IsTooShort(PerfSample sample) =>
        sample.NetMs < options.BatchMs / 2 && _corrections < MostCorrections && _calls < int.MaxValue / 2;

    // A batch of short calls during which the runtime compiled was not steady yet.
    private bool IsUnsettled(PerfSample sample) =>
        _calls > 1 && sample.JitMs > sample.WallMs * UnsettledShare && _corrections < MostCorrections;
}
