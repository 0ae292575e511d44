namespace Halo.Cli;

/// <summary>Finds programs as shells do, so that a missing one is told from one that fails.</summary>
internal static class ProgramFile
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <exception cref="FileNotFoundException">There is no such program, or it may not be executed.</exception>
    public static void Require(string name)
    {
        if (name.Contains('/', StringComparison.Ordinal))
        {
            if (!File.Exists(name)) throw new FileNotFoundException(Directory.Exists(name) ? "it is a folder." : "there is no such file.");
            if (!IsExecutable(name)) throw new FileNotFoundException("it may not be executed.");
            return;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "/bin:/usr/bin").Split(':');
        if (folders.Any(folder => IsExecutable(Path.Combine(folder.Length == 0 ? "." : folder, name)))) return;
        throw new FileNotFoundException("there is no such program on the PATH.");
    }

    private static bool IsExecutable(string file)
    {
        try
        {
            return File.Exists(file) && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Executable) != 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
