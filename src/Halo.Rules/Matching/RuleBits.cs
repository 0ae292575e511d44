namespace Halo.Rules;

/// <summary>A set of rule numbers, one bit each; numbers beyond its words are not in it.</summary>
internal static class RuleBits
{
    public static bool Contains(ReadOnlySpan<ulong> bits, int number) =>
        (uint)(number >> 6) < (uint)bits.Length && (bits[number >> 6] & (1UL << (number & 63))) != 0;
}
