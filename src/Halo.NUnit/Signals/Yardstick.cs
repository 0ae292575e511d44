using System.Runtime.CompilerServices;

namespace Halo.NUnit;

/// <summary>
/// One to two milliseconds of work of both kinds that slow down with the neighbours of a shared core: a chain of dependent
/// calculations, and a chain of dependent reads at random places of 256 KB. It allocates nothing.
/// </summary>
internal sealed class Yardstick : IYardstick
{
    private const int Places = 256 * 1024 / sizeof(int);
    private const int Reads = 60_000;
    private const int Calculations = 300_000;

    private readonly int[] _next = OneCycle();
    private int _place;

    /// <summary>Keeps the calculations from being left out.</summary>
    public ulong Result { get; private set; }

    public void Warm()
    {
        foreach (var next in _next) _place ^= next;
        _place &= Places - 1;
    }

    // Compiled in full at once: half-optimised runs would be the machine's slowness.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run()
    {
        var place = _place;
        for (var i = 0; i < Reads; i++) place = _next[place];
        var value = (ulong)place;
        for (var i = 0; i < Calculations; i++) value = (value ^ (value >> 29)) * 0xBF58476D1CE4E5B9 + 1;
        _place = place;
        Result = value;
    }

    // Sattolo's shuffle gives a single cycle through all places, so that no read finds what the one before has fetched.
    private static int[] OneCycle()
    {
        var next = new int[Places];
        for (var i = 0; i < Places; i++) next[i] = i;
        var state = 1UL;
        for (var i = Places - 1; i > 0; i--)
        {
            state = (state * 6364136223846793005UL) + 1442695040888963407UL;
            var other = (int)((state >> 33) % (ulong)i);
            (next[i], next[other]) = (next[other], next[i]);
        }

        return next;
    }
}
