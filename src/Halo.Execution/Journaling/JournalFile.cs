namespace Halo.Execution;

/// <summary>
/// The file of a journal: each line is handed to the operating system at once, and forced onto the disk when and as often as
/// is asked for. After a fault nothing more is written. Safe to share between threads.
/// </summary>
/// <param name="file">The file, without a buffer and positioned at its end; it is closed with this.</param>
/// <param name="sync">How long a line may wait for the disk: zero for not at all, null for as long as the system likes.</param>
/// <param name="time">The clock.</param>
/// <param name="place">Where the file must be; null for anywhere.</param>
internal sealed class JournalFile(FileStream file, TimeSpan? sync, TimeProvider time, JournalPlace? place = null) : IDisposable
{
    private readonly Lock _writing = new();
    private readonly Lock _syncing = new();
    private ITimer? _timer;
    private bool _isTimed;
    private long _length = file.Length;
    private long _written;
    private long _synced;
    private Exception? _fault;

    /// <summary>Writes a line in one piece, so that at most the last one can be torn; with a sync of zero it is on the disk then.</summary>
    /// <exception cref="IOException">It cannot be written, or an earlier one cannot be written or forced onto the disk.</exception>
    public void Write(byte[] line)
    {
        long number;
        lock (_writing)
        {
            ThrowIfFaulted();
            Append(line);
            number = ++_written;
            if (sync > TimeSpan.Zero && !_isTimed)
            {
                _isTimed = true;
                _timer ??= time.CreateTimer(_ => SyncLater(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _timer.Change(sync.Value, Timeout.InfiniteTimeSpan);
            }
        }

        if (sync == TimeSpan.Zero) SyncTo(number);
    }

    /// <summary>Forces the rest onto the disk, where it is to be there, and sees to it that the file is where it was.</summary>
    /// <exception cref="IOException">It, or an earlier line, cannot be forced onto the disk, or the file is gone.</exception>
    public void Complete()
    {
        long number;
        lock (_writing)
        {
            ThrowIfFaulted();
            place?.Check(_length);
            number = _written;
        }

        if (sync is not null) SyncTo(number);
    }

    public void Dispose()
    {
        _timer?.Dispose();
        FileLock.Release(file.SafeFileHandle);
        file.Dispose();
    }

    private void Append(byte[] line)
    {
        var isChecked = false;
        try
        {
            place?.Check(_length);
            isChecked = true;
            file.Write(line);
            _length += line.Length;
        }
        catch (Exception fault)
        {
            _fault = new IOException($"The journal cannot be written: {fault.Message}", fault);
            if (isChecked) CutBack();
            throw _fault;
        }
    }

    // Half of a line may be there: a resume would cut it off too.
    private void CutBack()
    {
        try
        {
            file.SetLength(_length);
        }
        catch (Exception)
        {
            // The first fault is the one to tell of.
        }
    }

    // Whoever waits for another one's sync finds that it took his line along.
    private void SyncTo(long number)
    {
        lock (_syncing)
        {
            if (_synced >= number) return;
            var written = Interlocked.Read(ref _written);
            try
            {
                file.Flush(flushToDisk: true);
            }
            catch (Exception fault) when (fault is not ObjectDisposedException)
            {
                var unsynced = new IOException($"The journal cannot be forced onto the disk: {fault.Message}", fault);
                lock (_writing) _fault ??= unsynced; // a second try may succeed and still have lost what the first one had
                throw unsynced;
            }

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
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            // It is kept; or the run has ended, and forced everything onto the disk.
        }
    }

    private void ThrowIfFaulted()
    {
        if (_fault is not null) throw _fault;
    }
}
