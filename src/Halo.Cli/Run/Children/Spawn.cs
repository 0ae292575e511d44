using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Halo.Cli;

/// <summary>Starts programs in a session of their own (posix_spawn), which makes each the leader of a process group.</summary>
internal static class Spawn
{
    private const int Opaque = 1024; // more than any system needs for these structures
    private const short SetSignalDefaults = 4;
    private const short SetSignalMask = 8;
    private const short SetSessionOnLinux = 0x80;
    private const short SetSessionOnMac = 0x400;
    private const int BrokenPipe = 13;

    private const DllImportSearchPath Safe = DllImportSearchPath.SafeDirectories;

    /// <summary>Starts <c>/bin/sh</c>. It has no input unless a handle is given as its 0, and no open files but the given ones.</summary>
    /// <param name="words">The arguments, its name first.</param>
    /// <param name="environment">The environment, as <c>NAME=value</c>.</param>
    /// <param name="files">Its open files by number; 1 and 2 lead nowhere when they are not among them.</param>
    /// <returns>The process and its group.</returns>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static int Shell(IReadOnlyList<string> words, IReadOnlyList<string> environment, params (int Number, SafeHandle Handle)[] files)
    {
        using var program = new NativeStrings(["/bin/sh"]);
        using var arguments = new NativeStrings(words);
        using var variables = new NativeStrings(environment);
        using var nowhere = new NativeStrings(["/dev/null"]);
        var (actions, attributes, signals) = (Marshal.AllocHGlobal(Opaque), Marshal.AllocHGlobal(Opaque), Marshal.AllocHGlobal(Opaque));
        Check(InitActions(actions));
        Check(InitAttributes(attributes));
        try
        {
            foreach (var number in (int[])[0, 1, 2]) Check(AddOpen(actions, number, nowhere.First, number == 0 ? 0 : 1, 0));
            foreach (var (number, handle) in files) Check(AddDup2(actions, (int)handle.DangerousGetHandle(), number));
            _ = EmptySet(signals);
            Check(SetMask(attributes, signals));
            _ = AddToSet(signals, BrokenPipe); // the runtime ignores it, and children would inherit that
            Check(SetDefaults(attributes, signals));
            var session = OperatingSystem.IsMacOS() ? SetSessionOnMac : SetSessionOnLinux;
            Check(SetFlags(attributes, (short)(SetSignalDefaults | SetSignalMask | session)));
            Check(Start(out var process, program.First, actions, attributes, arguments.Array, variables.Array));
            return process;
        }
        finally
        {
            _ = DestroyActions(actions);
            _ = DestroyAttributes(attributes);
            foreach (var memory in (nint[])[actions, attributes, signals]) Marshal.FreeHGlobal(memory);
        }
    }

    private static void Check(int error)
    {
        if (error != 0) throw new Win32Exception(error);
    }

    [DllImport("libc", EntryPoint = "posix_spawn")]
    [DefaultDllImportSearchPaths(Safe)]
    private static extern int Start(out int process, nint path, nint actions, nint attributes, nint arguments, nint environment);

    [DllImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    [DefaultDllImportSearchPaths(Safe)]
    private static extern int InitActions(nint actions);

    [DllImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    [DefaultDllImportSearchPaths(Safe)]
    private static extern int DestroyActions(nint actions);

    [DllImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    [DefaultDllImportSearchPaths(Safe)]
    private static extern int AddDup2(nint actions, int file, int number);

    [DllImport("libc", EntryPoint = "posix_spawn_file_actions_addopen")]
    [DefaultDllImportSearchPaths(Safe)]
    private static extern int AddOpen(nint actions, int number, nint path, int flags, uint mode);

    [DllImport("libc", EntryPoint = "posix_spawnattr_init")]
    [DefaultDllImportSearchPaths(Safe)]
    private static extern int InitAttributes(nint attributes);

    [DllImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    [DefaultDllImportSearchPaths(Safe)]
    private static extern int DestroyAttributes(nint attributes);

    [DllImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    [DefaultDllImportSearchPaths(Safe)]
    private static extern int SetFlags(nint attributes, short flags);

    [DllImport("libc", EntryPoint = "posix_spawnattr_setsigdefault")]
    [DefaultDllImportSearchPaths(Safe)]
    private static extern int SetDefaults(nint attributes, nint signals);

    [DllImport("libc", EntryPoint = "posix_spawnattr_setsigmask")]
    [DefaultDllImportSearchPaths(Safe)]
    private static extern int SetMask(nint attributes, nint signals);

    [DllImport("libc", EntryPoint = "sigemptyset")]
    [DefaultDllImportSearchPaths(Safe)]
    private static extern int EmptySet(nint signals);

    [DllImport("libc", EntryPoint = "sigaddset")]
    [DefaultDllImportSearchPaths(Safe)]
    private static extern int AddToSet(nint signals, int signal);
}
