namespace Halo.Unit;

/// <summary>A stream of which one write or flush fails.</summary>
internal sealed class BrokenStream : WriteOnlyStream
{
    private readonly MemoryStream _written = new();

    /// <summary>The write that fails, from 0; -1 for none.</summary>
    public int FailingWrite { get; init; } = -1;

    /// <summary>The flush that fails, from 0; -1 for none.</summary>
    public int FailingFlush { get; init; } = -1;

    /// <summary>How many bytes of the write that fails are written all the same.</summary>
    public int Part { get; init; }

    /// <summary>Whether everything after the fault fails too.</summary>
    public bool StaysBroken { get; init; }

    public IOException Fault { get; } = new("the disk is full");

    public int Writes { get; private set; }

    public int Flushes { get; private set; }

    public bool IsClosed { get; private set; }

    /// <summary>How much was written when it failed; null when it has not failed.</summary>
    public long? WrittenAtFault { get; private set; }

    public ReadOnlySpan<byte> Written => _written.GetBuffer().AsSpan(0, (int)_written.Length);

    public override string ToString() =>
        $"{nameof(FailingWrite)} {FailingWrite}, {nameof(FailingFlush)} {FailingFlush}, {nameof(Part)} {Part}, {nameof(StaysBroken)} {StaysBroken}";

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Writes++ == FailingWrite)
        {
            _written.Write(buffer[..Math.Min(Part, buffer.Length)]);
            Fail();
        }

        if (WrittenAtFault is not null && StaysBroken) throw Fault;
        _written.Write(buffer);
    }

    public override void Flush()
    {
        if (Flushes++ == FailingFlush) Fail();
        if (WrittenAtFault is not null && StaysBroken) throw Fault;
    }

    protected override void Dispose(bool disposing)
    {
        IsClosed = true;
        base.Dispose(disposing);
    }

    private void Fail()
    {
        WrittenAtFault = _written.Length;
        throw Fault;
    }
}
