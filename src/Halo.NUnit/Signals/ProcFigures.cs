using System.Buffers.Text;

namespace Halo.NUnit;

/// <summary>Reads whole numbers from a line of the kernel, one after the other, without allocating.</summary>
internal ref struct ProcFigures(ReadOnlySpan<byte> line)
{
    private ReadOnlySpan<byte> _rest = line;

    /// <summary>The next number.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public long Next()
    {
        var start = _rest.IndexOfAnyInRange((byte)'0', (byte)'9');
        if (start < 0 || !Utf8Parser.TryParse(_rest[start..], out long value, out var length)) throw new FormatException("The kernel's line has too few numbers.");
        _rest = _rest[(start + length)..];
        return value;
    }
}
