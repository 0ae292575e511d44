using System.Runtime.InteropServices;

namespace Halo.Rules;

/// <summary>
/// The last characters of a text that a string must have at its head, kept in the matcher itself: most strings are told
/// apart by them before the text, which lies elsewhere in memory, is touched.
/// </summary>
internal readonly struct TextProbe
{
    private const int Width = 4;

    private readonly ulong _characters;
    private readonly int _length;

    public TextProbe(string head)
    {
        _length = head.Length;
        if (_length >= Width) _characters = Read(head, _length - Width);
    }

    /// <summary>Whether a string may begin with the text; false is certain.</summary>
    public bool MayBegin(string text) =>
        text.Length >= _length && (_length < Width || Read(text, _length - Width) == _characters);

    private static ulong Read(string text, int at) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text.AsSpan(at, Width)));
}
