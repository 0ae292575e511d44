using System.Globalization;

namespace Halo.Core;

/// <summary>
/// Which texts an input may hold: whole Unicode characters, no control characters, and not longer than every output can
/// carry. A NUL would cut the argument of a command, a line break in a name would forge a line of a report.
/// </summary>
public static class TextRules
{
    /// <summary>The longest name in UTF-16 code units: ids, types, agents, attributes. 10,000.</summary>
    public const int MaxNameLength = 10_000;

    /// <summary>The longest other text in UTF-16 code units: attribute values, explanations, patterns. 1,000,000.</summary>
    public const int MaxTextLength = 1_000_000;

    private const string BreaksAndTabs = "\t\n\r";

    /// <summary>What is wrong with a name; null when nothing is. O(length).</summary>
    /// <param name="name">The name.</param>
    public static TextFault? OfName(string name) => IsPlain(name, MaxNameLength) ? null : Of(name, MaxNameLength) ?? ControlIn(name, "");

    /// <summary>
    /// What is wrong with the text of an attribute, which may have several lines; null when nothing is. O(length).
    /// </summary>
    /// <param name="value">The text.</param>
    public static TextFault? OfValue(string value) =>
        IsPlain(value, MaxTextLength) ? null : Of(value, MaxTextLength) ?? ControlIn(value, BreaksAndTabs);

    /// <summary>
    /// What is wrong with a text that may hold control characters, such as an explanation; null when nothing is. O(length).
    /// </summary>
    /// <param name="text">The text.</param>
    public static TextFault? OfText(string text) => Of(text, MaxTextLength);

    // Most texts are printable ASCII, which one look tells.
    private static bool IsPlain(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= longest && !text.AsSpan().ContainsAnyExceptInRange(' ', '~');
    }

    private static TextFault? Of(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > longest)
        {
            return new TextFault(
                string.Create(CultureInfo.InvariantCulture, $"is {text.Length} characters long; {longest} are allowed"), "Shorten it.");
        }

        return WellFormedText.IsValid(text) ? null : new TextFault("holds half of a surrogate pair", "Use whole Unicode characters.");
    }

    private static TextFault? ControlIn(string text, ReadOnlySpan<char> allowed)
    {
        ReadOnlySpan<char> rest = text;
        if (!rest.ContainsAnyInRange('\0', '\u001f') && !rest.ContainsAnyInRange('\u007f', '\u009f')) return null;
        var at = 0;
        while (at < text.Length && (!char.IsControl(text[at]) || allowed.Contains(text[at]))) at++;
        if (at == text.Length) return null;
        return new TextFault(
            string.Create(CultureInfo.InvariantCulture, $"holds the control character U+{(int)text[at]:X4} at position {at + 1}"),
            "Remove it.");
    }
}

/// <summary>What is wrong with a text.</summary>
/// <param name="Message">The fault, to follow the name of the text: "holds half of a surrogate pair".</param>
/// <param name="Help">What would be right.</param>
public readonly record struct TextFault(string Message, string Help);
