using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Halo.Execution;

/// <summary>
/// An exclusive lock on an open file that the operating system keeps: it is the file's, whatever name it was opened by, holds
/// against every other opening of it, in this process too, and ends at the latest with the process.
/// </summary>
/// <remarks>
/// On Linux an open file description lock, so that programs may still read the file; elsewhere on Unix the lock of
/// <c>flock</c>; on Windows what the file was opened with shares it with readers only, which is a lock already.
/// </remarks>
internal static class FileLock
{
    private const int SetDescriptionLock = 37;
    private const short WriteLock = 1;
    private const short NoLock = 2;
    private const int Exclusive = 2;
    private const int DoNotWait = 4;
    private const int Unlock = 8;
    private const int Interrupted = 4;
    private const int NotPermitted = 13;

    private static readonly bool HasDescriptionLocks = OperatingSystem.IsLinux() && IntPtr.Size == 8;
    private static readonly int WouldBlock = OperatingSystem.IsLinux() ? 11 : 35;

    /// <summary>Locks a file, without waiting.</summary>
    /// <returns>False when another opening of it has the lock.</returns>
    /// <exception cref="IOException">The file system has no locks.</exception>
    public static bool TryTake(SafeFileHandle file)
    {
        if (OperatingSystem.IsWindows()) return true;
        while (Set(file, WriteLock, Exclusive | DoNotWait) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            if (error == WouldBlock || (HasDescriptionLocks && error == NotPermitted)) return false;
            if (error != Interrupted) throw new IOException($"Its file system cannot lock files: {Marshal.GetPInvokeErrorMessage(error)}.");
        }

        return true;
    }

    /// <summary>Ends the lock now: a child process that is just being started may still have the file open for a moment.</summary>
    public static void Release(SafeFileHandle file)
    {
        if (!OperatingSystem.IsWindows() && !file.IsClosed) _ = Set(file, NoLock, Unlock);
    }

    private static int Set(SafeFileHandle file, short kind, int operation)
    {
        if (!HasDescriptionLocks) return flock(file, operation);
        var whole = new Range { Kind = kind };
        return fcntl(file, SetDescriptionLock, ref whole);
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fcntl(SafeFileHandle file, int command, ref Range range);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int flock(SafeFileHandle file, int operation);

    // From the start to the end of the file, however long it gets: all zero but the kind.
    [StructLayout(LayoutKind.Sequential)]
    private struct Range
    {
        public short Kind;
        public short Whence;
        public long Start;
        public long Length;
        public int Process;
    }
}
