using System.ComponentModel;
using System.Globalization;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;

namespace Halo.Cli;

/// <summary>
/// A small script that outlives this process, to kill what it leaves: it reads which process groups there are, and when the pipe
/// ends, because this process has ended in whatever way, kills those that are left. Safe to share between threads.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private const int LockNumber = 9;

    // The last loop waits until they are gone, two seconds at most: then the lock is given up.
    private const string Script =
        """
        trap '' HUP INT QUIT TERM TSTP TTIN TTOU PIPE
        groups=' '
        while IFS= read -r line; do
          group=${line#?}
          case $line in
            +*) groups="$groups$group " ;;
            -*) groups="${groups%% $group *} ${groups#* $group }" ;;
          esac
        done
        for group in $groups; do kill -s KILL -- "-$group" 2>/dev/null; done
        turns=0
        for group in $groups; do
          while [ $turns -lt 40 ] && kill -s 0 -- "-$group" 2>/dev/null; do
            sleep 0.05
            turns=$((turns + 1))
          done
        done
        """;

    private readonly Lock _lock = new();
    private readonly AnonymousPipeServerStream _pipe;
    private readonly Task _ended;

    private Watchdog(AnonymousPipeServerStream pipe, Task ended) => (_pipe, _ended) = (pipe, ended);

    /// <param name="held">A lock that it holds until it has ended; null for none.</param>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static Watchdog Start(SafeHandle? held)
    {
        var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        (int, SafeHandle)[] files = held is null ? [(0, pipe.ClientSafePipeHandle)] : [(0, pipe.ClientSafePipeHandle), (LockNumber, held)];
        var process = Spawn.Shell(["sh", "-c", Script, "halo-watchdog"], [$"PATH={Environment.GetEnvironmentVariable("PATH")}"], files);
        pipe.DisposeLocalCopyOfClientHandle();
        return new Watchdog(pipe, UnixChild.WaitAsync(process));
    }

    public void Add(int group) => Tell('+', group);

    public void Remove(int group) => Tell('-', group);

    /// <summary>Ends it; it kills what was not removed.</summary>
    public void Dispose()
    {
        lock (_lock) _pipe.Dispose();
        _ended.Wait(TimeSpan.FromSeconds(5));
    }

    private void Tell(char what, int group)
    {
        try
        {
            lock (_lock) _pipe.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{what}{group}\n")));
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            // It was killed: then only an orderly end of this process ends the groups.
        }
    }
}
