namespace Halo.Results;

/// <summary>A file of lines that is whole after every line.</summary>
internal static class LineFile
{
    private const byte LineEnd = (byte)'\n';

    /// <summary>Opens a file to add lines. It has no buffer, so that a fault is thrown where it happens and closing writes nothing.</summary>
    public static FileStream Open(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);

    /// <summary>Adds a line, and cuts off what an earlier fault has left of one.</summary>
    /// <param name="file">The file, which can be read too.</param>
    /// <param name="line">The line with its end.</param>
    /// <exception cref="IOException">It cannot be written. Nothing of it is in the file, unless that cannot be cut either.</exception>
    public static void Append(FileStream file, ReadOnlySpan<byte> line)
    {
        var end = EndOfLines(file);
        if (end < file.Length) file.SetLength(end);
        file.Position = end;
        try
        {
            file.Write(line);
        }
        catch
        {
            Cut(file, end);
            throw;
        }
    }

    /// <summary>Whether the last line has its end. The position stays.</summary>
    public static bool EndsWhole(Stream stream)
    {
        if (stream.Length == 0) return true;
        var position = stream.Position;
        stream.Position = stream.Length - 1;
        var last = stream.ReadByte();
        stream.Position = position;
        return last == LineEnd;
    }

    // From the end, as the half line is short and the file may be long.
    private static long EndOfLines(FileStream file)
    {
        if (EndsWhole(file)) return file.Length;
        var chunk = new byte[4096];
        for (var end = file.Length; end > 0;)
        {
            var begin = Math.Max(0, end - chunk.Length);
            var part = chunk.AsSpan(0, (int)(end - begin));
            file.Position = begin;
            file.ReadExactly(part);
            if (part.LastIndexOf(LineEnd) is >= 0 and var at) return begin + at + 1;
            end = begin;
        }

        return 0;
    }

    // What cannot be cut now is cut by the next line, and left out by who reads it.
    private static void Cut(FileStream file, long end)
    {
        try
        {
            file.SetLength(end);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }
    }
}
