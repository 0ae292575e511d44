using System.Runtime.CompilerServices;

namespace Halo.NUnit;

/// <summary>
/// A twentieth of a millisecond of calculations that each wait for the one before. A neighbor on the same core slows them
/// little, since the core is idle most of the time anyway: code like this is not excused by what slows the other yardstick.
/// </summary>
internal sealed class LatencyYardstick : IYardstick
{
    private const int Rounds = 25_000;

    private ulong _state = 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run()
    {
        var state = _state;
        for (var i = 0; i < Rounds; i++) state = (state ^ (state >> 29)) * 0xBF58476D1CE4E5B9;
        _state = state;
    }
}
