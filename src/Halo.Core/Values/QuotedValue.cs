using System.Globalization;

namespace Halo.Core;

/// <summary>Attribute values in sentences and conditions.</summary>
public static class QuotedValue
{
    /// <summary>The value as conditions show it. Text that looks like another kind is quoted, so that <c>"1"</c> and <c>1</c> can be told apart.</summary>
    /// <param name="value">The value.</param>
    public static string Of(AttributeValue value) => value.TryGetString(out var text) ? Of(text) : value.ToString();

    private static string Of(string text) =>
        text.Length > 0 && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or ':' or '+' or '*' or '?')
        && text is not ("true" or "false") && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? text
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
