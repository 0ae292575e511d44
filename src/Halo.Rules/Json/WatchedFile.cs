namespace Halo.Rules;

/// <summary>
/// Waits until a file may have changed: by what the system announces of its folder, and by looking at it now and then,
/// because announcements get lost, and on some mounts never come. It may call out in vain, but misses nothing for good.
/// </summary>
/// <remarks>For one user at a time, who also disposes it; only the system's announcements come from elsewhere.</remarks>
internal sealed class WatchedFile : IDisposable
{
    // Of a file that was written as shortly before it was read, the clock of a file system may not tell a second writing apart.
    private static readonly TimeSpan ClockStep = TimeSpan.FromSeconds(2);

    private readonly string _name;
    private readonly RuleSourceOptions _options;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _announced = new(0, 1);
    private FileSystemWatcher? _watcher;
    private FileStamp? _stamp;
    private DateTime _readAt;
    private volatile bool _isLink;
    private volatile bool _isDeaf;

    public WatchedFile(string path, RuleSourceOptions options, TimeProvider time)
    {
        Path = System.IO.Path.GetFullPath(path);
        _name = System.IO.Path.GetFileName(Path);
        _options = options;
        _time = time;
        Listen();
        BeginReading(FileStamp.Of(Path));
    }

    /// <summary>The full path, so that a change of the current directory does not matter.</summary>
    public string Path { get; }

    /// <summary>Waits until the file may differ from what was read last.</summary>
    public async Task WaitForChangeAsync(CancellationToken stop)
    {
        while (!await IsAnnouncedAsync(stop).ConfigureAwait(false) && !LooksChanged()) { }
        if (_isDeaf) Listen();
    }

    /// <summary>
    /// Waits until the file has stayed as it is for the quiet period, but not much longer than the options allow. It is to
    /// be read then.
    /// </summary>
    public async Task WaitUntilQuietAsync(CancellationToken stop)
    {
        using var late = new CancellationTokenSource(_options.MaxDelay, _time);
        for (var stamp = FileStamp.Of(Path); ;)
        {
            await Task.Delay(_options.QuietPeriod, _time, stop).ConfigureAwait(false);
            await _announced.WaitAsync(TimeSpan.Zero, stop).ConfigureAwait(false); // the reading will see what was announced so far
            var before = stamp;
            stamp = FileStamp.Of(Path);
            if (stamp != before && !late.IsCancellationRequested) continue;
            BeginReading(stamp);
            return;
        }
    }

    /// <summary>Has the file looked at again although it seems to be as it was: reading it failed.</summary>
    public void Distrust() => _stamp = null;

    public void Dispose() => _watcher?.Dispose();

    private void BeginReading(FileStamp? stamp)
    {
        _stamp = stamp;
        _readAt = _time.GetUtcNow().UtcDateTime;
        _isLink = new FileInfo(Path).LinkTarget is not null;
    }

    private bool LooksChanged()
    {
        var stamp = FileStamp.Of(Path);
        if (stamp == _stamp) return stamp is { } known && known.Written > _readAt - ClockStep;
        _isDeaf = true; // it was not announced: the folder may be another one than when listening began
        return true;
    }

    private async Task<bool> IsAnnouncedAsync(CancellationToken stop)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var announced = _announced.WaitAsync(waiting.Token);
        await Task.WhenAny(announced, Task.Delay(_options.PollInterval, _time, waiting.Token)).ConfigureAwait(false);
        await waiting.CancelAsync().ConfigureAwait(false);
        await announced.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // it may have been announced at the last moment
        stop.ThrowIfCancellationRequested();
        return announced.IsCompletedSuccessfully;
    }

    private void Listen()
    {
        _watcher?.Dispose();
        _watcher = null;
        _isDeaf = false;
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(System.IO.Path.GetDirectoryName(Path)!)
            {
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime,
            };
            watcher.Changed += (_, change) => OnChange(change.Name);
            watcher.Created += (_, change) => OnChange(change.Name);
            watcher.Deleted += (_, change) => OnChange(change.Name);
            watcher.Renamed += (_, change) => OnChange(IsName(change.OldName) ? change.OldName : change.Name);
            watcher.Error += (_, _) =>
            {
                _isDeaf = true;
                Announce();
            };
            watcher.EnableRaisingEvents = true;
            _watcher = watcher;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            watcher?.Dispose(); // no folder, or no watches left: looking now and then goes on
        }
    }

    // What a link leads to may change by a change of another name: Kubernetes renames a link to the folder of the real files.
    private void OnChange(string? name)
    {
        if (_isLink || IsName(name)) Announce();
    }

    private bool IsName(string? name) => string.Equals(name, _name, StringComparison.OrdinalIgnoreCase);

    private void Announce()
    {
        try
        {
            _announced.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is announced already.
        }
    }
}
