using System.Text;

namespace Halo.Core;

/// <summary>Turns positions of a text into lines and columns. Amortised: for positions in ascending order the text is counted once.</summary>
internal struct TextLines
{
    private int _line;
    private int _column;
    private int _offset;

    /// <summary>The line and the column of a byte, both from 1; columns count UTF-16 code units. A position before the last one gives the last one's.</summary>
    public (int Line, int Column) At(ReadOnlySpan<byte> text, int offset)
    {
        if (offset > _offset)
        {
            var passed = text[_offset..offset];
            var lines = passed.Count((byte)'\n');
            _line += lines;
            _column = (lines == 0 ? _column : 0) + Encoding.UTF8.GetCharCount(lines == 0 ? passed : passed[(passed.LastIndexOf((byte)'\n') + 1)..]);
            _offset = offset;
        }

        return (_line + 1, _column + 1);
    }
}
