using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;

namespace Halo.Results;

/// <summary>Text of unknown origin, such as names of tests and messages, that cannot break out of its place.</summary>
internal static class SafeText
{
    /// <summary>For terminals, and for lines: control characters, marks of direction and lone surrogates become escapes.</summary>
    public static string Visible(string text) => Escape(text, c => char.IsControl(c) || c is '\u061c' or '\u200e' or '\u200f' or (>= '\u2028' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff');

    /// <summary>For XML: characters that XML 1.0 cannot hold at all, and those that control a terminal, become escapes; the writer does the rest.</summary>
    public static string Xml(string text) => Escape(text, c => !char.IsSurrogate(c) && (!XmlConvert.IsXmlChar(c) || c is >= '\u007f' and <= '\u009f'));

    /// <summary>For HTML, also between quotes.</summary>
    public static string Html(string text) => WebUtility.HtmlEncode(Visible(text));

    /// <summary>For a cell of a Markdown table: no cell, code, link, emphasis or tag begins in it.</summary>
    public static string Markdown(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in Visible(text))
        {
            switch (c)
            {
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '&': escaped.Append("&amp;"); break;
                case '\\' or '`' or '*' or '_' or '|' or '[' or ']' or '~' or '$' or '#': escaped.Append('\\').Append(c); break;
                default: escaped.Append(c); break;
            }
        }

        return escaped.ToString();
    }

    private static string Escape(string text, Func<char, bool> isRefused)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) escaped.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c) || isRefused(c)) escaped.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") });
            else escaped.Append(c);
        }

        return escaped.ToString();
    }
}
