using System.Text;

namespace Halo.Cli;

/// <summary>Keeps the last line with text of a stream, and no more of it than a sentence's worth.</summary>
internal sealed class LastLine
{
    private const int Most = 1_000;

    private readonly Lock _lock = new();
    private readonly List<byte> _line = [];
    private byte[] _last = [];

    /// <summary>The line, without blanks around it; empty when there was none.</summary>
    public string Text
    {
        get
        {
            lock (_lock)
            {
                var open = Encoding.UTF8.GetString([.. _line]).Trim();
                return open.Length > 0 ? open : Encoding.UTF8.GetString(_last).Trim();
            }
        }
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            foreach (var letter in bytes)
            {
                if (letter != '\n')
                {
                    if (_line.Count < Most) _line.Add(letter);
                    continue;
                }

                if (_line.Exists(other => other is not ((byte)' ' or (byte)'\t' or (byte)'\r'))) _last = [.. _line];
                _line.Clear();
            }
        }
    }
}
