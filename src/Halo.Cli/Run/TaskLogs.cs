using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Halo.Execution;

namespace Halo.Cli;

/// <summary>A folder with a log for each task: what its commands wrote, each attempt behind a line that names it.</summary>
/// <param name="folder">The folder, which exists; null for no logs.</param>
/// <param name="append">Whether logs of an earlier part of the run are kept.</param>
internal sealed class TaskLogs(string? folder, bool append)
{
    private const int LongestName = 160;

    /// <summary>Opens the log of a task for one attempt.</summary>
    /// <exception cref="TaskFailedException">The log is a link, a pipe or a device (kind <c>log</c>).</exception>
    public Stream Open(string task, string agent, int attempt, IReadOnlyList<string> words)
    {
        if (folder is null) return Stream.Null;
        var file = OpenPlain(PathOf(task)!, isNew: attempt == 1 && !append);
        file.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"--- attempt {attempt} by {agent}: {string.Join(' ', words)}\n")));
        file.Flush();
        return file;
    }

    /// <summary>The log of a task; null when there are none.</summary>
    public string? PathOf(string task) => folder is null ? null : Path.Combine(folder, $"{NameOf(task)}.log");

    // A new log is a new file: the old one may have another name, by a hard link.
    private static FileStream OpenPlain(string path, bool isNew)
    {
        if (FileLinks.Fault("the log", path) is { } fault) throw new TaskFailedException(fault, "log");
        var file = OpenSeekable(path);
        if (!isNew || file.Length == 0) return file;
        file.Dispose();
        File.Delete(path);
        return OpenSeekable(path);
    }

    // Also for reading: then the system does not wait for a reader of a pipe. Without a buffer, closing does not write and cannot fail.
    private static FileStream OpenSeekable(string path)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        if (file.CanSeek)
        {
            file.Seek(0, SeekOrigin.End);
            return file;
        }

        file.Dispose();
        throw new TaskFailedException($"the log '{path}' is a pipe or a device; remove it, or name another folder.", "log");
    }

    // Reversible, so that no two tasks share a file; a name that no file may have is cut and told apart by its hash.
    private static string NameOf(string task)
    {
        var name = Uri.EscapeDataString(task);
        return name.Length <= LongestName ? name : $"{name[..LongestName]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(task)))[..16]}";
    }
}
