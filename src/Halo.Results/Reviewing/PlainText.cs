using System.Text;

namespace Halo.Results;

/// <summary>Text on its way to a stream.</summary>
internal static class PlainText
{
    /// <summary>Writes UTF-8 without a byte order mark, with <c>\n</c> line ends; the stream is left open.</summary>
    public static void Write(Stream stream, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        write(writer);
    }
}
