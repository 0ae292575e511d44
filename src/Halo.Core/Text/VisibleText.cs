using System.Buffers;
using System.Globalization;
using System.Text;

namespace Halo.Core;

/// <summary>
/// Text of unknown origin for terminals and formats of lines: what would move the cursor, color the screen, break the
/// line, reorder it or not be seen at all becomes a visible escape such as <c>\n</c>, <c>\u001b</c> or <c>\U000e0041</c>.
/// </summary>
public static class VisibleText
{
    /// <summary>
    /// The text with hidden characters as escapes; the same string where it has none. Hidden are control and format characters
    /// (the joiner in some emoji too), separators of lines, letters that are drawn as nothing, and half surrogate pairs. O(length).
    /// </summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        var first = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        return first < 0 ? text : Escape(text, first);
    }

    private static string Escape(string text, int first)
    {
        StringBuilder? visible = null;
        int length;
        for (var i = first; i < text.Length; i += length)
        {
            var isSound = Rune.DecodeFromUtf16(text.AsSpan(i), out var character, out length) == OperationStatus.Done;
            if (isSound && !IsHidden(character))
            {
                visible?.Append(text, i, length);
                continue;
            }

            visible ??= new StringBuilder(text, 0, i, text.Length + 16);
            AppendEscape(visible, isSound ? character.Value : text[i]);
        }

        return visible?.ToString() ?? text;
    }

    private static void AppendEscape(StringBuilder visible, int character)
    {
        switch (character)
        {
            case '\n': visible.Append("\\n"); break;
            case '\r': visible.Append("\\r"); break;
            case '\t': visible.Append("\\t"); break;
            case > char.MaxValue: visible.Append(CultureInfo.InvariantCulture, $"\\U{character:x8}"); break;
            default: visible.Append(CultureInfo.InvariantCulture, $"\\u{character:x4}"); break;
        }
    }

    private static bool IsHidden(Rune character) => Rune.IsControl(character)
        || character.Value is '\u2028' or '\u2029'
        || (InvisibleCharacters.Contains(character) && !InvisibleCharacters.IsVariationSelector(character) && !IsSeenFormat(character));

    // Arabic, Syriac and Kaithi signs around numbers and words, which are format characters by category only.
    private static bool IsSeenFormat(Rune character) => character.Value is
        (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD;
}
