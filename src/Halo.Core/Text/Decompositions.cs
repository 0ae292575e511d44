using System.Collections.Frozen;
using System.Text;

namespace Halo.Core;

/// <summary>
/// Compatibility decompositions of Unicode characters (form NFKD). .NET leaves texts as they are where an application runs
/// without the data of a culture, as most containers do; names must compare the same everywhere.
/// </summary>
internal static class Decompositions
{
    private const int FirstSyllable = 0xAC00;
    private const int SyllableCount = 11_172;
    private const int FinalCount = 28;
    private const int VowelCount = 21;

    private static readonly Lazy<FrozenDictionary<Rune, string>> Table = new(Load);

    /// <summary>Appends a character as its parts; as it is where it has none.</summary>
    public static void Append(Rune character, StringBuilder parts)
    {
        var syllable = character.Value - FirstSyllable;
        if (syllable is >= 0 and < SyllableCount) AppendSyllable(syllable, parts);
        else if (Table.Value.TryGetValue(character, out var decomposed)) parts.Append(decomposed);
        else parts.Append(character.ToString());
    }

    // Hangul syllables follow from their number: a lead, a vowel and perhaps a final.
    private static void AppendSyllable(int syllable, StringBuilder parts)
    {
        parts.Append((char)(0x1100 + (syllable / (VowelCount * FinalCount))));
        parts.Append((char)(0x1161 + (syllable % (VowelCount * FinalCount) / FinalCount)));
        if (syllable % FinalCount is > 0 and var final) parts.Append((char)(0x11A7 + final));
    }

    // A line for each character: itself, then its parts.
    private static FrozenDictionary<Rune, string> Load()
    {
        using var stream = typeof(Decompositions).Assembly.GetManifestResourceStream("Decompositions.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var table = new Dictionary<Rune, string>();
        while (reader.ReadLine() is { } line)
        {
            var character = Rune.GetRuneAt(line, 0);
            table.Add(character, line[character.Utf16SequenceLength..]);
        }

        return table.ToFrozenDictionary();
    }
}
