using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Halo.Parallelism;

/// <summary>Ended child processes on Linux with their own children: processor time, and the most memory that one has held.</summary>
[SupportedOSPlatform("linux")]
internal sealed class ChildrenClock : IWorkClock
{
    private const int Children = -1;
    private const int BytesPerKilobyte = 1024;

    /// <summary>The most memory that an ended child has held, in bytes; null where the system does not tell.</summary>
    public static long? PeakMemory() => getrusage(Children, out var usage) == 0 ? usage.PeakKilobytes * BytesPerKilobyte : null;

    [SupportedOSPlatformGuard("linux")]
    public static bool IsSupported() => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;

    public WorkTimes Read() =>
        new(WallClock.Seconds(), getrusage(Children, out var usage) == 0 ? usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6) : 0, 0);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int getrusage(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
        public long PeakKilobytes;
    }
}
