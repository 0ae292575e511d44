using System.Text;

namespace Halo.Core;

/// <summary>Passes UTF-8 on to a text writer, for formats that are made as bytes.</summary>
/// <param name="writer">Where the text goes; it is neither flushed nor closed.</param>
public sealed class TextWriterStream(TextWriter writer) : WriteOnlyStream
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder(); // keeps what a chunk begins and the next one ends
    private char[] _characters = [];

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var most = _decoder.GetCharCount(buffer, flush: false);
        if (_characters.Length < most) _characters = new char[most];
        writer.Write(_characters, 0, _decoder.GetChars(buffer, _characters, flush: false));
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }
}
