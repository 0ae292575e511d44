using System.Numerics;

namespace Halo.Rules;

/// <summary>
/// A place for each key of a <see cref="KeyTable"/>, at its home or after it. Used only while the table is built.
/// </summary>
/// <remarks>
/// Homes are spread by a fixed factor: symbols are numbered 1, 2, 3 ..., and multiplication by the golden ratio puts such keys
/// as far from each other as is possible, with no collision at all (Fibonacci hashing: Knuth, The Art of Computer Programming,
/// volume 3, 6.4). But the factor is known, so that an attacker who writes rules can choose keys with one home, and each
/// key would then walk past all others. A walk that no ordinary keys need gives that away; the table is then placed anew with a
/// random factor, which cannot be guessed. The limit doubles with each attempt, so that the loop ends whatever the keys are.
/// </remarks>
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

    /// <summary>How far after its home a key lies at most.</summary>
    public int LongestWalk { get; private set; }

    private bool TryPlace(ReadOnlySpan<ulong> keys, long longest)
    {
        LongestWalk = 0;
        for (var number = 1; number <= keys.Length; number++)
        {
            var at = KeyTable.Home(keys[number - 1], Factor, Shift);
            var walk = 0;
            for (; _numbers[at] != 0; at = (at + 1) & (_numbers.Length - 1)) walk++;
            if (walk > longest) return false;
            LongestWalk = Math.Max(LongestWalk, walk);
            _numbers[at] = number;
        }

        return true;
    }
}
