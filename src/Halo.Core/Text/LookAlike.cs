using System.Globalization;
using System.Text;

namespace Halo.Core;

/// <summary>
/// Tells names that look the same and are not: of equal form after Unicode normalization, or different only in case, in
/// characters that are not seen, or in Cyrillic and Greek letters that look like Latin ones.
/// </summary>
internal static class LookAlike
{
    private const string Confusable = "АВЕКМНОРСТУХІЈЅасеорухіјѕԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧον";
    private const string Latin = "ABEKMHOPCTYXIJSaceopyxijsdqwhABEZHIKMNOPTYXov";

    /// <summary>A text that is equal, but for case, for names that look the same. O(length), without allocation for most names.</summary>
    public static string KeyOf(string name)
    {
        if (Ascii.IsValid(name)) return name.Trim();
        var parts = new StringBuilder(name.Length + 8);
        foreach (var character in name.EnumerateRunes()) Decompositions.Append(character, parts);
        var key = new StringBuilder(parts.Length);
        var marks = new List<Rune>();
        foreach (var character in parts.ToString().EnumerateRunes())
        {
            if (InvisibleCharacters.Contains(character)) continue;
            if (Rune.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            {
                marks.Add(character);
                continue;
            }

            AppendMarks(marks, key);
            key.Append(Visible(character).ToString());
        }

        AppendMarks(marks, key);
        return key.ToString().Trim();
    }

    /// <summary>
    /// Where two names differ, by code points: "U+00E9 where the other has U+0065 U+0301". Null when plain letters tell
    /// them apart.
    /// </summary>
    /// <param name="name">One name.</param>
    /// <param name="other">Another name.</param>
    public static string? Difference(string name, string other)
    {
        var (one, two) = (name.EnumerateRunes().ToArray(), other.EnumerateRunes().ToArray());
        var shorter = Math.Min(one.Length, two.Length);
        var head = 0;
        while (head < shorter && one[head] == two[head]) head++;
        var tail = 0;
        while (tail < shorter - head && one[^(tail + 1)] == two[^(tail + 1)]) tail++;
        var (here, there) = (one[head..^tail], two[head..^tail]);
        if (Array.TrueForAll([.. here, .. there], character => character.IsAscii && !Rune.IsWhiteSpace(character))) return null;
        return $"{CodePoints(here)} where the other has {CodePoints(there)}";
    }

    private static void AppendMarks(List<Rune> marks, StringBuilder key)
    {
        marks.Sort();
        foreach (var mark in marks) key.Append(mark.ToString());
        marks.Clear();
    }

    private static Rune Visible(Rune character)
    {
        if (Rune.IsWhiteSpace(character)) return new Rune(' ');
        var confusable = character.IsBmp ? Confusable.IndexOf((char)character.Value) : -1;
        return confusable >= 0 ? new Rune(Latin[confusable]) : Rune.ToUpperInvariant(character);
    }

    private static string CodePoints(Rune[] characters)
    {
        const int Shown = 8;
        if (characters.Length == 0) return "nothing";
        var shown = string.Join(' ', characters.Take(Shown).Select(CodePoint));
        return characters.Length <= Shown ? shown : $"{shown} ...";
    }

    private static string CodePoint(Rune character) => string.Create(CultureInfo.InvariantCulture, $"U+{character.Value:X4}");
}
