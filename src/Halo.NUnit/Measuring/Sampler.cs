using Halo.Results;

namespace Halo.NUnit;

/// <summary>Takes samples of code, each with the speed of the machine beside it.</summary>
internal sealed class Sampler(Machine machine, MeasureOptions options, MeasuredCode code)
{
    private const int MostCorrections = 4;

    private readonly WarmUp _warmUp = new(machine, options);
    private readonly SpeedProbe _speed = new(machine);
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
            // A machine that is slow only before or after the batch explains nothing of it.
            var before = _speed.Slowdown();
            var sample = _warmUp.Batch(code, _calls);
            if (!IsTooShort(sample)) return sample with { Slowdown = Math.Min(before, _speed.Slowdown()) };
            _corrections++;
            _calls = WarmUp.CallsFor(options.BatchMs, sample.NetMs / _calls);
        }
    }

    // Warm-up ends before all is compiled when the machine is busy, and a first call may be long for another reason than the
    // work: a batch much too short is made longer.
    private bool IsTooShort(PerfSample sample) =>
        sample.NetMs < options.BatchMs / 2 && _corrections < MostCorrections && _calls < int.MaxValue / 2;
}
