using System.ComponentModel;
using Halo.Execution;

namespace Halo.Cli;

/// <summary>
/// The process groups of a run's commands: none outlives the run, and a run that is resumed begins no command before those of
/// the part that died are gone. Safe to share between threads.
/// </summary>
/// <param name="grace">How long a group has to end after it was asked to.</param>
/// <param name="journal">The journal of the run; null for none. A file beside it is locked while commands of the run may run.</param>
/// <param name="signals">The signals that end this process; null when there are none.</param>
internal sealed class CommandGroups(TimeSpan grace, string? journal, StopSignals? signals) : IDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestDeath = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _starting = new(1);
    private readonly HashSet<int> _groups = [];
    private FileStream? _guard;
    private Watchdog? _watchdog;

    /// <summary>What asks commands to end: SIGINT after Ctrl-C, otherwise SIGTERM.</summary>
    public int Signal => signals?.IsInterrupt == true ? LibC.Interrupt : LibC.Terminate;

    /// <summary>Before the first command: waits for those of an earlier part of the run, which are being killed.</summary>
    /// <exception cref="TaskFailedException">They do not end, or nothing can watch over the commands (kind <c>notStarted</c>).</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (_watchdog is not null || OperatingSystem.IsWindows()) return;
        await _starting.WaitAsync(cancellationToken);
        try
        {
            if (_watchdog is not null) return;
            if (journal is not null) _guard = await LockAsync(GuardOf(journal), cancellationToken);
            _watchdog = Watchdog.Start(_guard?.SafeFileHandle);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or Win32Exception)
        {
            throw new TaskFailedException($"No command can be started: {fault.Message}", "notStarted", fault);
        }
        finally
        {
            _starting.Release();
        }
    }

    public void Add(int group)
    {
        lock (_lock) _groups.Add(group);
        _watchdog?.Add(group);
    }

    public void Remove(int group)
    {
        lock (_lock) _groups.Remove(group);
        _watchdog?.Remove(group);
    }

    /// <summary>Ends a command and what it started: asks, waits, kills.</summary>
    public async Task EndAsync(IChild child)
    {
        if (child.Ask()) await WaitAsync(() => child.IsLeft, grace, signals?.Hurry ?? CancellationToken.None);
        if (child.IsLeft) child.Kill();
        await WaitAsync(() => child.IsLeft, LongestDeath, CancellationToken.None);
    }

    /// <summary>Ends what commands that have succeeded left running.</summary>
    public async Task EndRestAsync()
    {
        foreach (var group in Left()) LibC.SignalGroup(group, Signal);
        await WaitAsync(() => Left().Length > 0, grace, signals?.Hurry ?? CancellationToken.None);
        foreach (var group in Left()) LibC.SignalGroup(group, LibC.Kill);
        await WaitAsync(() => Left().Length > 0, LongestDeath, CancellationToken.None);
    }

    public void Dispose()
    {
        _watchdog?.Dispose();
        if (_guard is not null)
        {
            File.Delete(_guard.Name);
            _guard.Dispose();
        }

        _starting.Dispose();
    }

    private int[] Left()
    {
        lock (_lock)
        {
            foreach (var group in _groups.Where(group => !LibC.GroupExists(group)).ToArray()) Remove(group);
            return [.. _groups];
        }
    }

    // Beside the file itself, whatever link it was named by.
    private static string GuardOf(string journal)
    {
        var file = new FileInfo(journal);
        return $"{(file.LinkTarget is null ? journal : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName)}.commands";
    }

    // The watchdog of a part that died holds the lock until it has killed what that part left.
    private static async Task<FileStream> LockAsync(string file, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ; waited += Poll)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < LongestWait && File.Exists(file))
            {
                await Task.Delay(Poll, cancellationToken);
            }
        }
    }

    private static async Task WaitAsync(Func<bool> isLeft, TimeSpan most, CancellationToken hurry)
    {
        for (var waited = TimeSpan.Zero; waited < most && !hurry.IsCancellationRequested && isLeft(); waited += Poll) await Task.Delay(Poll, CancellationToken.None);
    }
}
