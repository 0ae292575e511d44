using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Halo.Performance;

/// <summary>Work of a known length on this machine, so that budgets of the demonstration mean the same everywhere.</summary>
internal sealed class CalibratedWork
{
    private const int Rounds = 100_000; // short enough to be left alone now and then beside any load
    private const int Runs = 200;

    private readonly double _roundsPerMs;
    private ulong _state = 1;

    public CalibratedWork()
    {
        var best = double.MaxValue;
        for (var i = 0; i < Runs; i++)
        {
            var clock = Stopwatch.StartNew();
            Spin(Rounds);
            best = Math.Min(best, clock.Elapsed.TotalMilliseconds);
        }

        _roundsPerMs = Rounds / best;
    }

    /// <summary>Works for so long.</summary>
    public void Run(double milliseconds) => Spin((long)(milliseconds * _roundsPerMs));

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Spin(long rounds)
    {
        var state = _state;
        for (var i = 0L; i < rounds; i++) state = (state ^ (state >> 29)) * 0xBF58476D1CE4E5B9 + 1;
        _state = state;
    }
}
