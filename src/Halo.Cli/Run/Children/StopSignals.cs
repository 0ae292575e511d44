using System.Runtime.InteropServices;

namespace Halo.Cli;

/// <summary>
/// The signals that ask this process to end: SIGINT (Ctrl-C), SIGTERM, SIGHUP and SIGQUIT. The first one asks the command to
/// end in order, a second one to hurry, and a third one ends the process. Safe to share between threads.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private static readonly (PosixSignal Signal, int ExitCode)[] Known =
        [(PosixSignal.SIGINT, ExitCodes.Cancelled), (PosixSignal.SIGTERM, 143), (PosixSignal.SIGHUP, 129), (PosixSignal.SIGQUIT, 131)];

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _hurry = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _count;
    private int _exitCode = ExitCodes.Cancelled;

    public StopSignals()
    {
        foreach (var (signal, code) in Known)
        {
            // Under nohup the end of the terminal is not the end of the command.
            if (signal == PosixSignal.SIGHUP && !OperatingSystem.IsWindows() && LibC.IgnoresHangup()) continue;
            _registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                Receive(code);
            }));
        }
    }

    /// <summary>Asks to end in order.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Asks not to wait any more for others to end in order.</summary>
    public CancellationToken Hurry => _hurry.Token;

    /// <summary>Whether the first signal was SIGINT.</summary>
    public bool IsInterrupt => _count > 0 && _exitCode == ExitCodes.Cancelled;

    /// <summary>How long the command may go on after the first signal; then the process ends.</summary>
    public Func<TimeSpan> TimeToEnd { get; set; } = static () => TimeSpan.FromSeconds(2);

    /// <summary>The exit code of the process: that of a cancelled command tells the signal, as shells count it.</summary>
    public int ExitCodeOf(int code) => code == ExitCodes.Cancelled ? _exitCode : code;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
        _hurry.Dispose();
    }

    private void Receive(int code)
    {
        int count;
        lock (_lock)
        {
            count = ++_count;
            if (count == 1) _exitCode = code;
        }

        if (count == 1) _ = EndInTimeAsync();
        else if (count == 2) _hurry.CancelAsync();
        else Environment.Exit(_exitCode);
    }

    private async Task EndInTimeAsync()
    {
        await _stop.CancelAsync();
        await Task.Delay(TimeToEnd(), CancellationToken.None);
        Environment.Exit(_exitCode);
    }
}
