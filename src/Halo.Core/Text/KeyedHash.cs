using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Halo.Core;

/// <summary>
/// A hash of short texts and of words, several times faster than the runtime's, under a key that differs in every process, so that
/// hostile texts cannot be chosen to collide. Not for storage: the same text hashes differently in the next process.
/// </summary>
/// <remarks>Folded multiplication of eight-byte words with secret words (after wyhash; Wang Yi, 2019).</remarks>
public static class KeyedHash
{
    private static readonly ulong First = (ulong)Random.Shared.NextInt64(long.MinValue, long.MaxValue);
    private static readonly ulong Second = (ulong)Random.Shared.NextInt64(long.MinValue, long.MaxValue) | 1;

    /// <summary>The hash of a text. O(length).</summary>
    /// <param name="text">The text.</param>
    public static uint Of(string text)
    {
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        var hash = First ^ (ulong)bytes.Length;
        for (; bytes.Length > 16; bytes = bytes[16..])
        {
            hash = Fold(Read64(bytes) ^ Second, Read64(bytes[8..]) ^ hash);
        }

        // The rest as two words, overlapping where it is shorter: the length is part of the hash.
        var (head, tail) = bytes.Length switch
        {
            >= 8 => (Read64(bytes), Read64(bytes[^8..])),
            >= 4 => (Read32(bytes), (ulong)Read32(bytes[^4..])),
            > 0 => (BinaryPrimitives.ReadUInt16LittleEndian(bytes), 0UL),
            _ => (0UL, 0UL),
        };
        return Narrow(Fold(head ^ Second, tail ^ hash));
    }

    /// <summary>The hash of a number; equal numbers, and all that are not numbers, hash alike.</summary>
    /// <param name="number">The number.</param>
    public static uint Of(double number) => Of(number == 0 ? 0 : double.IsNaN(number) ? ulong.MaxValue : BitConverter.DoubleToUInt64Bits(number));

    /// <summary>The hash of a word.</summary>
    /// <param name="word">The word.</param>
    public static uint Of(ulong word) => Narrow(Fold(word ^ First, Second));

    private static uint Narrow(ulong hash) => (uint)(hash ^ (hash >> 32));

    private static ulong Read64(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64LittleEndian(bytes);

    private static uint Read32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private static ulong Fold(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high ^ low;
    }
}
