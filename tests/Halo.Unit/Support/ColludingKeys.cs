using System.Numerics;

namespace Halo.Unit;

/// <summary>Input that collides wherever its hash is a known one.</summary>
internal static class ColludingKeys
{
    /// <summary>The symbols of each attribute of a pair: numbers from 0.</summary>
    public const int Symbols = 2_048;

    private const int SymbolBits = 12;

    /// <summary>Keys whose products with an odd factor are 0, 1, 2 ...: their upper bits are all the same.</summary>
    public static ulong[] OfOneHome(ulong factor, int count)
    {
        var inverse = factor; // Newton: each step doubles the bits that are right
        for (var step = 0; step < 6; step++) inverse *= 2 - (factor * inverse);
        return [.. Enumerable.Range(1, count).Select(product => inverse * (ulong)product)];
    }

    /// <summary>Pairs of symbols whose keys, as the index packs two attributes, have their homes in a small part of a table.</summary>
    public static (int First, int Second)[] PairsOfFewHomes(ulong factor, int count) =>
    [
        .. Enumerable.Range(0, Symbols * Symbols)
            .Select(i => (First: i / Symbols, Second: i % Symbols))
            .OrderBy(pair => KeyOf(pair) * factor)
            .Take(count),
    ];

    /// <summary>The key of a pair: symbols are numbered from 1.</summary>
    public static ulong KeyOf((int First, int Second) pair) => ((ulong)(pair.Second + 1) << SymbolBits) + (ulong)(pair.First + 1);

    /// <summary>Different positive numbers of equal hash: a double's hash is one half of its bits against the other.</summary>
    public static double[] Doubles(int count) =>
        [.. Enumerable.Range(0, count).Select(i => BitConverter.UInt64BitsToDouble((0x4000_0000UL + (ulong)i) * 0x1_0000_0001UL))];

    /// <summary>Texts of eight characters that the runtime's hash without a key takes for the same: two words that make up for each other.</summary>
    public static string[] Texts(int count) => [.. Enumerable.Range(0, int.MaxValue).Select(TextOf).Where(IsPlain).Take(count)];

    private static string TextOf(int number)
    {
        const uint Start = (5_381u << 16) + 5_381u;
        var first = ((uint)(number / 20_000 + 0x100) << 16) + (uint)(number % 20_000) + 0x100;
        var after = (BitOperations.RotateLeft(Start, 5) + Start) ^ first;
        var second = (BitOperations.RotateLeft(after, 5) + after) ^ 0x1234_5678;
        return new string([(char)first, (char)(first >> 16), 'x', 'x', (char)second, (char)(second >> 16), 'x', 'x']);
    }

    private static bool IsPlain(string text) => text.All(c => !char.IsControl(c) && !char.IsSurrogate(c));
}
