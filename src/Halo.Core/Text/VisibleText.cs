using System.Globalization;
using System.Text;

namespace Halo.Core;

/// <summary>
/// Text of unknown origin for terminals and formats of lines: what would move the cursor, color the screen, break the
/// line or reorder it becomes a visible escape such as <c>\n</c> or <c>\u001b</c>.
/// </summary>
public static class VisibleText
{
    /// <summary>The text with hidden characters as escapes; the same string where it has none. O(length).</summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsHidden(text[i])) return Escape(text, i);
        }

        return text;
    }

    private static string Escape(string text, int first)
    {
        var visible = new StringBuilder(text, 0, first, text.Length + 16);
        foreach (var c in text.AsSpan(first))
        {
            switch (c)
            {
                case '\n': visible.Append("\\n"); break;
                case '\r': visible.Append("\\r"); break;
                case '\t': visible.Append("\\t"); break;
                case var hidden when IsHidden(hidden): visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)hidden:x4}"); break;
                default: visible.Append(c); break;
            }
        }

        return visible.ToString();
    }

    // Besides control characters: line separators, and the marks that turn the direction of the text around them.
    private static bool IsHidden(char c) => c < '\u0080'
        ? c < ' ' || c == '\u007f'
        : c is <= '\u009f' or '\u061c' or '\u200e' or '\u200f' or (>= '\u2028' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff';
}
