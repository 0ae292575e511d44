using System.Buffers;
using System.Text;

namespace Halo.Formats;

/// <summary>The words of a text, one after the other, comments left out.</summary>
internal ref struct TextWords(ReadOnlySpan<byte> text)
{
    private static readonly SearchValues<byte> WordEnds = SearchValues.Create(" \t\r\n\f\v#"u8);

    private const int MostShown = 40;

    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;
    private int _line = 1;

    /// <summary>The line of the word read last, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Reads the next word; false at the end.</summary>
    public bool Next(out ReadOnlySpan<byte> word)
    {
        while (_at < _text.Length)
        {
            var start = _at;
            switch (_text[_at])
            {
                case (byte)'\n':
                    _line++;
                    _at++;
                    break;
                case (byte)'#':
                    var end = _text[_at..].IndexOf((byte)'\n');
                    _at = end < 0 ? _text.Length : _at + end;
                    break;
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\f' or (byte)'\v':
                    _at++;
                    break;
                default:
                    var length = _text[start..].IndexOfAny(WordEnds);
                    _at = length < 0 ? _text.Length : start + length;
                    word = _text[start.._at];
                    Line = _line;
                    return true;
            }
        }

        word = default;
        return false;
    }

    /// <summary>A word for a message, cut short.</summary>
    public static string Show(ReadOnlySpan<byte> word) => word.Length <= MostShown ? Encoding.UTF8.GetString(word) : $"{Encoding.UTF8.GetString(word[..MostShown])}...";
}
