using Halo.Results;

namespace Halo.NUnit;

/// <summary>Takes samples of code in slices, with looks at the speed of the machine in between.</summary>
internal sealed class Sampler(Machine machine, MeasureOptions options, MeasuredCode code)
{
    private const int Slices = 10;
    private const int MostCorrections = 8;
    private const double UnsettledShare = 0.02;
    private const double ShortestTimedMs = 0.001; // for shorter calls the clock itself would count

    private readonly WarmUp _warmUp = new(machine, options);
    private readonly SpeedProbe _speed = new(machine, options.Bound);
    private readonly CallTimes _times = new(machine.Time);
    private int _calls;
    private int _corrections;

    /// <summary>One sample after the other, as far as they are asked for.</summary>
    public IEnumerable<PerfSample> Samples()
    {
        for (var i = 0; i < options.Samples; i++) yield return Next();
    }

    /// <summary>The next sample; the first one begins with the warm-up.</summary>
    public PerfSample Next()
    {
        if (_calls == 0) _calls = _warmUp.Run(code);
        while (true)
        {
            var sample = Sliced();
            if (IsTooShort(sample)) _calls = WarmUp.CallsFor(options.BatchMs, sample.NetMs / sample.Calls);
            else if (IsUnsettled(sample)) _warmUp.LetCompile(sample);
            else return sample;
            _corrections++;
        }
    }

    // The neighbours of a shared core come and go within a millisecond: slices see the machine with and without them.
    private PerfSample Sliced()
    {
        var callsEach = (_calls + Slices - 1) / Slices;
        var slices = new List<PerfSample>(Slices);
        var times = _calls * ShortestTimedMs <= options.BatchMs ? _times : null;
        _times.Reserve(times is null ? 0 : callsEach * Slices);
        Probe(callsEach);
        for (var calls = 0; calls < _calls; calls += callsEach)
        {
            slices.Add(_warmUp.Batch(code, callsEach, times));
            Probe(callsEach);
        }

        var quiet = Quartile.Lower([.. slices.Select(slice => slice.NetMsPerCall)]);
        return SampleSum.Of(slices) with { QuietMsPerCall = quiet, SlowQuarterMs = _times.SlowQuarterMs(), Slowdown = _speed.TakeSlowdown() };
    }

    // A long call has only the looks before and after it.
    private void Probe(int callsEach)
    {
        for (var i = callsEach == _calls ? Slices : 1; i > 0; i--) _speed.Probe();
    }

    // Warm-up ends before all is compiled when the machine is busy, and a first call may be long for another reason than the
    // work: a batch much too short is made longer.
    private bool IsTooShort(PerfSample sample) =>
        sample.NetMs < options.BatchMs / 2 && _corrections < MostCorrections && _calls < int.MaxValue / 2;

    // A batch of short calls during which the runtime compiled was not steady yet.
    private bool IsUnsettled(PerfSample sample) => _calls > 1 && sample.JitMs > sample.WallMs * UnsettledShare && _corrections < MostCorrections;
}
