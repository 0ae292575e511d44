namespace Halo.Execution;

/// <summary>Takes a stream apart into lines, with no more of it in memory than about twice the longest line.</summary>
internal sealed class LineReader(Stream stream, int maxLength)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>Where in the stream the current line begins.</summary>
    public long Offset { get; private set; }

    /// <summary>Where the line after the current one begins.</summary>
    public long NextOffset { get; private set; }

    /// <summary>Whether the current line is longer than allowed; then it is cut, and nothing may be read after it.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The next line without its line feed; the last one may lack it.</summary>
    /// <returns>False at the end.</returns>
    public bool TryRead(out ReadOnlySpan<byte> line, out bool isComplete)
    {
        Offset = NextOffset;
        for (var searched = 0; ;)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            isComplete = at >= 0;
            searched = isComplete ? searched + at : _end - _start;
            IsTooLong = searched > maxLength;
            if (!isComplete && !IsTooLong && Fill()) continue;
            line = _buffer.AsSpan(_start, searched);
            var length = isComplete ? searched + 1 : searched;
            _start += length;
            NextOffset += length;
            return length > 0;
        }
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, (int)Math.Min(_buffer.Length * 2L, Array.MaxLength));
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
