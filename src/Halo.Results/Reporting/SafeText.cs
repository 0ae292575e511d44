using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;

namespace Halo.Results;

/// <summary>Text of unknown origin, such as names of tests and messages, that cannot break out of its place.</summary>
internal static class SafeText
{
    /// <summary>For terminals, and for lines: what is hidden becomes escapes, see <see cref="VisibleText"/>.</summary>
    public static string Visible(string text) => VisibleText.Of(text);

    /// <summary>For XML: characters that XML 1.0 cannot hold at all, and those that control a terminal, become escapes; the writer does the rest.</summary>
    public static string Xml(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) escaped.Append(c).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(c) && c is < '\u007f' or > '\u009f') escaped.Append(c);
            else escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return escaped.ToString();
    }

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
}
