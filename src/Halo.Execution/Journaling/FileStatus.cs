using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Halo.Execution;

/// <summary>What Linux says of a file: which one it is, whatever its names, of what kind, and how long.</summary>
/// <param name="Device">The device that holds it.</param>
/// <param name="Number">Its number on the device.</param>
/// <param name="IsRegular">Whether it is a plain file, not a folder, a pipe or a device.</param>
/// <param name="Length">Its length in bytes.</param>
internal readonly record struct FileStatus(ulong Device, ulong Number, bool IsRegular, long Length)
{
    private const int CurrentFolder = -100;
    private const int EmptyPath = 0x1000;
    private const uint BasicFields = 0x7ff;
    private const int KindMask = 0xF000;
    private const int RegularKind = 0x8000;
    private const int NoSuchFile = 2;
    private const int NoSuchFolder = 20;

    private static readonly byte[] NoPath = [0];

    /// <summary>Whether the platform can be asked.</summary>
    public static bool IsKnown { get; } = OperatingSystem.IsLinux() && HasStatx();

    /// <summary>A path as the system wants it.</summary>
    public static byte[] Encode(string path) => Encoding.UTF8.GetBytes(Path.GetFullPath(path) + '\0');

    /// <summary>The file at a path, through links; null when there is none.</summary>
    /// <exception cref="IOException">It cannot be asked for.</exception>
    public static FileStatus? At(byte[] path)
    {
        if (statx(CurrentFolder, path, 0, BasicFields, out var fields) == 0) return Of(fields);
        return Marshal.GetLastPInvokeError() is NoSuchFile or NoSuchFolder ? null : throw Failure();
    }

    /// <summary>An open file.</summary>
    /// <exception cref="IOException">It cannot be asked for.</exception>
    public static FileStatus Of(SafeFileHandle file) =>
        statx(file, NoPath, EmptyPath, BasicFields, out var fields) == 0 ? Of(fields) : throw Failure();

    private static FileStatus Of(in StatxFields fields)
    {
        var device = ((ulong)fields.DeviceMajor << 32) | fields.DeviceMinor;
        return new FileStatus(device, fields.Number, (fields.Mode & KindMask) == RegularKind, (long)fields.Size);
    }

    private static IOException Failure() => new(Marshal.GetLastPInvokeErrorMessage());

    // C libraries older than 2018 do not have it.
    private static bool HasStatx()
    {
        try
        {
            return statx(CurrentFolder, [(byte)'/', 0], 0, BasicFields, out _) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(int folder, byte[] path, int flags, uint mask, out StatxFields fields);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(SafeFileHandle file, byte[] path, int flags, uint mask, out StatxFields fields);

    // The same on every processor.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct StatxFields
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Number;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }
}
