using System.Globalization;
using System.Text;

namespace Halo.Core;

/// <summary>Where a text stops being JSON.</summary>
/// <param name="Offset">The first byte that does not fit.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Help">What would be right; may be empty.</param>
internal sealed record JsonSyntaxFault(int Offset, string Message, string Help = "")
{
    /// <summary>The fault where a value should be and something else is.</summary>
    public static JsonSyntaxFault OfValue(ReadOnlySpan<byte> text, int at, bool isAfterComma) => Common(text, at) ?? (char)text[at] switch
    {
        ']' or '}' when isAfterComma => Trailing(text, at),
        '\'' => new(at, "A text begins with a single quote.", "Write texts in double quotes."),
        ',' => new(at, "A value is missing before this comma.", "Remove the comma, or give the value."),
        ':' => new(at, "A colon is not expected here.", "Only a property's name has a colon after it."),
        ']' or '}' => new(at, $"A value is missing before '{(char)text[at]}'."),
        _ => new(at, $"'{WordAt(text, at)}' is not a JSON value.", "Write true, false, null, a number, or a text in double quotes."),
    };

    /// <summary>The fault where the name of a property should be and something else is.</summary>
    public static JsonSyntaxFault OfName(ReadOnlySpan<byte> text, int at, bool isAfterComma) => Common(text, at) ?? (char)text[at] switch
    {
        ']' or '}' when isAfterComma => Trailing(text, at),
        '\'' => new(at, "A property's name begins with a single quote.", "Write names in double quotes."),
        ',' => new(at, "A property is missing before this comma.", "Remove the comma, or give the property."),
        _ => new(at, $"A property's name is missing before '{WordAt(text, at)}'.", "Write each property as \"name\": value, the name in double quotes."),
    };

    /// <summary>The fault after a value, where a comma or an end should be.</summary>
    public static JsonSyntaxFault OfNext(ReadOnlySpan<byte> text, int at, char end) => Common(text, at) ?? (char)text[at] switch
    {
        ']' or '}' => new(at, $"'{(char)text[at]}' ends what does not end with it.", $"'{end}' ends it."),
        ':' => new(at, "A colon is not expected here.", "Only a property's name has a colon after it."),
        _ => new(at, $"A comma is missing before '{WordAt(text, at)}'.", $"Write a comma between two values; '{end}' ends the list of them."),
    };

    /// <summary>The fault where a property's name has no colon after it.</summary>
    public static JsonSyntaxFault OfColon(ReadOnlySpan<byte> text, int at) =>
        Common(text, at) ?? new(at, $"A colon is missing before '{WordAt(text, at)}'.", "Write each property as \"name\": value.");

    /// <summary>The fault of what comes after the whole document.</summary>
    public static JsonSyntaxFault OfEnd(ReadOnlySpan<byte> text, int at) =>
        Common(text, at) ?? new(at, $"The document ends before '{WordAt(text, at)}'.", "Keep one document in a file, and nothing after it.");

    // What can be anywhere: the end of the text, and comments.
    private static JsonSyntaxFault? Common(ReadOnlySpan<byte> text, int at)
    {
        if (at >= text.Length) return new(at, "The text ends too early.", "Close every bracket, brace and quote.");
        var isComment = text[at] == (byte)'#' || text[at..].StartsWith("//"u8) || text[at..].StartsWith("/*"u8);
        return isComment ? new(at, "A comment begins here, and JSON has none.", "Save the file without comments.") : null;
    }

    private static JsonSyntaxFault Trailing(ReadOnlySpan<byte> text, int at) =>
        new(at, $"A comma comes before '{(char)text[at]}'.", "Remove the comma: JSON has none after the last element.");

    // A word of letters and digits, or one character.
    private static string WordAt(ReadOnlySpan<byte> text, int at)
    {
        const int MostShown = 20;
        var rest = text[at..];
        var length = 0;
        while (length < Math.Min(rest.Length, MostShown) && IsWord(rest[length])) length++;
        if (length > 0) return Encoding.ASCII.GetString(rest[..length]);
        Rune.DecodeFromUtf8(rest, out var rune, out _);
        return Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format ? $"\\u{rune.Value:x4}" : rune.ToString();
    }

    /// <summary>Whether a byte belongs to a word or a number.</summary>
    public static bool IsWord(byte character) => char.IsAsciiLetterOrDigit((char)character) || character is (byte)'_' or (byte)'.' or (byte)'+' or (byte)'-';
}
