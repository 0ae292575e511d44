using System.Runtime.CompilerServices;

namespace Halo.NUnit;

/// <summary>
/// A twentieth of a millisecond of independent calculations and reads from 8 KB: as many at one time as the processor can
/// do, since a neighbor on the same core takes its share of just that. It allocates nothing.
/// </summary>
internal sealed class ThroughputYardstick : IYardstick
{
    private const int Rounds = 20_000;

    private readonly ulong[] _numbers = new ulong[1_024];
    private ulong _seed;

    /// <summary>Keeps the calculations from being left out.</summary>
    public ulong Result => _seed;

    // Compiled in full at once: half-optimized runs would be the machine's slowness.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run()
    {
        var numbers = _numbers;
        var (a, b, c, d, e, f) = (_seed, 2UL, 3UL, 4UL, 5UL, 6UL);
        for (var i = 0; i < Rounds; i++)
        {
            a = (a * 31) + numbers[i & 1_023];
            b = (b ^ (b >> 7)) + numbers[(i * 3) & 1_023];
            c += numbers[(i * 5) & 1_023];
            d = (d << 1) ^ c;
            e = (e * 17) + 1;
            f += e >> 3;
        }

        _seed = a + b + c + d + e + f;
    }
}
