using System.Numerics;

namespace Halo.Rules;

/// <summary>
/// A place for each key, at its home or behind it. Homes are spread by a fixed factor, which is best for symbols that were
/// numbered in turn; where that makes keys lie far from home, as chosen keys can, a random factor takes its place.
/// </summary>
/// <remarks>Multiplicative (Fibonacci) hashing: Knuth, The Art of Computer Programming, volume 3, 6.4.</remarks>
internal sealed class KeyPlaces
{
    private const int PlacesForAKey = 4;
    private const int LongestUsualWalk = 64; // a million keys in random places stay below half of it
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15UL;

    private readonly int[] _numbers;

    /// <param name="keys">The keys; all different.</param>
    public KeyPlaces(ReadOnlySpan<ulong> keys)
        : this(keys, () => (ulong)Random.Shared.NextInt64(long.MinValue, long.MaxValue) | 1)
    {
    }

    /// <param name="keys">The keys; all different.</param>
    /// <param name="anotherFactor">Gives a factor, odd, where the one before sent keys too far.</param>
    internal KeyPlaces(ReadOnlySpan<ulong> keys, Func<ulong> anotherFactor)
    {
        _numbers = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, keys.Length * PlacesForAKey))];
        Shift = 64 - BitOperations.Log2((uint)_numbers.Length);
        Factor = GoldenRatio;
        for (long longest = LongestUsualWalk; !TryPlace(keys, longest); longest *= 2)
        {
            Factor = anotherFactor();
            Array.Clear(_numbers);
        }
    }

    /// <summary>By place: the number of its key, from 1; 0 where it is free.</summary>
    public ReadOnlySpan<int> Numbers => _numbers;

    /// <summary>What a key is multiplied by; odd.</summary>
    public ulong Factor { get; private set; }

    /// <summary>How far the product is shifted to the right.</summary>
    public int Shift { get; }

    /// <summary>How far behind its home a key lies at most.</summary>
    public int LongestWalk { get; private set; }

    /// <summary>The place where a key is looked for first.</summary>
    public static int Home(ulong key, ulong factor, int shift) => (int)((key * factor) >> shift);

    private bool TryPlace(ReadOnlySpan<ulong> keys, long longest)
    {
        LongestWalk = 0;
        for (var number = 1; number <= keys.Length; number++)
        {
            var at = Home(keys[number - 1], Factor, Shift);
            var walk = 0;
            for (; _numbers[at] != 0; at = (at + 1) & (_numbers.Length - 1)) walk++;
            if (walk > longest) return false;
            LongestWalk = Math.Max(LongestWalk, walk);
            _numbers[at] = number;
        }

        return true;
    }
}
