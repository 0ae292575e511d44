using System.Runtime.CompilerServices;

namespace Halo.NUnit;

/// <summary>
/// A tenth of a millisecond of dependent reads at random places of 16 MB, more than a core's own caches hold. It allocates
/// nothing.
/// </summary>
internal sealed class MemoryYardstick : IYardstick
{
    private const int Places = 16 * 1024 * 1024 / sizeof(int);
    private const int LineLength = 64 / sizeof(int);
    private const int Reads = 2_000;

    private readonly int[] _next = OneCycle();
    private int _place;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run()
    {
        var place = _place;
        for (var i = 0; i < Reads; i++) place = _next[place];
        _place = place;
    }

    // Sattolo's shuffle of the cache lines gives a single cycle, so that no read finds what the one before has fetched.
    private static int[] OneCycle()
    {
        var lines = new int[Places / LineLength];
        for (var i = 0; i < lines.Length; i++) lines[i] = i;
        var state = 1UL;
        for (var i = lines.Length - 1; i > 0; i--)
        {
            state = (state * 6364136223846793005UL) + 1442695040888963407UL;
            var other = (int)((state >> 33) % (ulong)i);
            (lines[i], lines[other]) = (lines[other], lines[i]);
        }

        var next = new int[Places];
        for (var i = 0; i < lines.Length; i++) next[i * LineLength] = lines[i] * LineLength;
        return next;
    }
}
