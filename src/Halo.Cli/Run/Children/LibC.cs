using System.Runtime.InteropServices;

namespace Halo.Cli;

/// <summary>What .NET does not offer of Unix processes: groups, sessions and adopted orphans. Only on Linux and macOS.</summary>
internal static class LibC
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;
    private const int Hangup = 1;
    private const int NoWait = 1;
    private const int SetChildSubreaper = 36;

    private const DllImportSearchPath Safe = DllImportSearchPath.SafeDirectories;

    /// <summary>Sends a signal to each process of a group.</summary>
    /// <returns>Whether the group has a process, be it one that has ended and is not waited for.</returns>
    public static bool SignalGroup(int group, int signal) => group > 1 && KillNative(-group, signal) == 0;

    /// <summary>Whether a process of the group is left. Orphans of it that this process adopted are waited for on the way.</summary>
    public static bool GroupExists(int group)
    {
        while (WaitNative(-group, out _, NoWait) > 0)
        {
        }

        return SignalGroup(group, 0);
    }

    /// <summary>Waits until a child has ended.</summary>
    /// <returns>Its exit code as shells count it: 128 and the signal when it was killed; null when it cannot be known.</returns>
    public static int? WaitFor(int process)
    {
        const int interrupted = 4;
        int status;
        while (WaitNative(process, out status, 0) < 0)
        {
            if (Marshal.GetLastPInvokeError() != interrupted) return null;
        }

        var signal = status & 0x7f;
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal;
    }

    /// <summary>On Linux: orphans of this process's descendants become its own children, so that they can be waited for.</summary>
    public static void AdoptOrphans()
    {
        if (OperatingSystem.IsLinux()) _ = ProcessControl(SetChildSubreaper, 1, 0, 0, 0);
    }

    /// <summary>Whether this process was told to ignore SIGHUP, as <c>nohup</c> does.</summary>
    public static bool IgnoresHangup()
    {
        const int ignore = 1;
        var action = Marshal.AllocHGlobal(1024);
        try
        {
            return SignalAction(Hangup, 0, action) == 0 && Marshal.ReadIntPtr(action) == ignore; // the handler comes first in it
        }
        finally
        {
            Marshal.FreeHGlobal(action);
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(Safe)]
    private static extern int KillNative(int process, int signal);

    [DllImport("libc", EntryPoint = "waitpid", SetLastError = true)]
    [DefaultDllImportSearchPaths(Safe)]
    private static extern int WaitNative(int process, out int status, int options);

    [DllImport("libc", EntryPoint = "prctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(Safe)]
    private static extern int ProcessControl(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    [DllImport("libc", EntryPoint = "sigaction", SetLastError = true)]
    [DefaultDllImportSearchPaths(Safe)]
    private static extern int SignalAction(int signal, nint action, nint before);
}
