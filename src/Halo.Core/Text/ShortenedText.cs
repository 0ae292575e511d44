using System.Globalization;

namespace Halo.Core;

/// <summary>Texts of unknown length for messages: of a very long one the middle is left out.</summary>
public static class ShortenedText
{
    /// <summary>The longest message in characters.</summary>
    public const int LongestMessage = 4_000;

    private const int LongestName = 200;


    /// <summary>A name inside a message: at most some 200 characters of it.</summary>
    /// <param name="name">The name.</param>
    public static string OfName(string name) => Of(name, LongestName);

    /// <summary>A whole message: at most some 4,000 characters of it.</summary>
    /// <param name="message">The message.</param>
    public static string OfMessage(string message) => Of(message, LongestMessage);

    private static string Of(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var (head, tail) = (longest / 2, text.Length - (longest / 4));
        if (char.IsHighSurrogate(text[head - 1])) head--;
        if (char.IsLowSurrogate(text[tail])) tail++;
        return string.Create(
            CultureInfo.InvariantCulture, $"{text.AsSpan(0, head)}... ({tail - head} more characters) ...{text.AsSpan(tail)}");
    }
}
