namespace Halo.Execution;

/// <summary>
/// The file of a journal: each line is handed to the operating system at once, and forced onto the disk when and as often as
/// is asked for. Safe to share between threads.
/// </summary>
/// <param name="file">The file, without a buffer and positioned at its end; it is closed with this.</param>
/// <param name="sync">How long a line may wait for the disk: zero for not at all, null for as long as the system likes.</param>
/// <param name="time">The clock.</param>
internal sealed class JournalFile(FileStream file, TimeSpan? sync, TimeProvider time) : IDisposable
{
    private readonly Lock _writing = new();
    private readonly Lock _syncing = new();
    private ITimer? _timer;
    private bool _isTimed;
    private long _written;
    private long _synced;
    private Exception? _fault;

    /// <summary>Writes a line in one piece, so that at most the last one can be torn; with a sync of zero it is on the disk then.</summary>
    /// <exception cref="IOException">It cannot be written, or an earlier one cannot be forced onto the disk.</exception>
    public void Write(byte[] line)
    {
        long number;
        lock (_writing)
        {
            ThrowIfFaulted();
            file.Write(line);
            number = ++_written;
            if (sync > TimeSpan.Zero && !_isTimed)
            {
                _isTimed = true;
                (_timer ??= time.CreateTimer(_ => SyncLater(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan)).Change(sync.Value, Timeout.InfiniteTimeSpan);
            }
        }

        if (sync == TimeSpan.Zero) SyncTo(number);
    }

    /// <summary>Forces the rest onto the disk, where it is to be there.</summary>
    /// <exception cref="IOException">It, or an earlier line, cannot be forced onto the disk.</exception>
    public void Complete()
    {
        long number;
        lock (_writing)
        {
            ThrowIfFaulted();
            number = _written;
        }

        if (sync is not null) SyncTo(number);
    }

    public void Dispose()
    {
        _timer?.Dispose();
        file.Dispose();
    }

    // Whoever waits for another one's sync finds that it took his line along.
    private void SyncTo(long number)
    {
        lock (_syncing)
        {
            if (_synced >= number) return;
            var written = Interlocked.Read(ref _written);
            file.Flush(flushToDisk: true);
            _synced = written;
        }
    }

    // Nobody waits for it: the next line, or the end of the run, tells that it failed.
    private void SyncLater()
    {
        long number;
        lock (_writing) (_isTimed, number) = (false, _written);
        try
        {
            SyncTo(number);
        }
        catch (ObjectDisposedException)
        {
            // The run has ended, and forced everything onto the disk.
        }
        catch (Exception fault)
        {
            lock (_writing) _fault = fault;
        }
    }

    private void ThrowIfFaulted()
    {
        if (_fault is not null) throw new IOException($"The journal cannot be forced onto the disk: {_fault.Message}", _fault);
    }
}
