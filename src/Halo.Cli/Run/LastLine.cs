using System.Text;

namespace Halo.Cli;

/// <summary>Keeps the last line with text of a stream.</summary>
internal sealed class LastLine
{
    /// <summary>The most bytes of a line that are kept.</summary>
    public const int Most = 1 << 20;

    private readonly Lock _lock = new();
    private Line _open = new();
    private Line _last = new();

    /// <summary>The line, without blanks around it, and whether it was longer than what is kept; empty when there was none.</summary>
    public (string Text, bool IsCut) Read()
    {
        lock (_lock)
        {
            var line = _open.HasText ? _open : _last;
            return (Encoding.UTF8.GetString([.. line.Bytes]).Trim(), line.IsCut);
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
                    _open.Add(letter);
                    continue;
                }

                if (_open.HasText) (_open, _last) = (_last, _open);
                _open.Clear();
            }
        }
    }

    private sealed class Line
    {
        public List<byte> Bytes { get; } = [];

        public bool IsCut { get; private set; }

        public bool HasText { get; private set; }

        public void Add(byte letter)
        {
            HasText |= letter is not ((byte)' ' or (byte)'\t' or (byte)'\r');
            if (Bytes.Count < Most) Bytes.Add(letter);
            else IsCut = true;
        }

        public void Clear()
        {
            Bytes.Clear();
            IsCut = HasText = false;
        }
    }
}
