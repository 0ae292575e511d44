namespace Halo.Rules;

/// <summary>A set of rule numbers, one bit each; numbers beyond its words are not in it.</summary>
internal static class RuleBits
{
    public static bool Contains(ReadOnlySpan<ulong> bits, int number) =>
        (uint)(number >> 6) < (uint)bits.Length && (bits[number >> 6] & (1UL << (number & 63))) != 0;

    /// <summary>A copy with one more number.</summary>
    public static ulong[] With(ReadOnlySpan<ulong> bits, int number)
    {
        var more = new ulong[Math.Max(bits.Length, (number >> 6) + 1)];
        bits.CopyTo(more);
        more[number >> 6] |= 1UL << (number & 63);
        return more;
    }
}
