using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Halo.Cli;

/// <summary>A folder with a log for each task: what its commands wrote, each attempt behind a line that names it.</summary>
/// <param name="folder">The folder, which exists; null for no logs.</param>
/// <param name="append">Whether logs of an earlier part of the run are kept.</param>
internal sealed class TaskLogs(string? folder, bool append)
{
    private const int LongestName = 160;

    /// <summary>Opens the log of a task for one attempt.</summary>
    public Stream Open(string task, string agent, int attempt, IReadOnlyList<string> words)
    {
        if (folder is null) return Stream.Null;
        var file = new FileStream(PathOf(task)!, attempt > 1 || append ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.Read);
        file.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"--- attempt {attempt} by {agent}: {string.Join(' ', words)}\n")));
        file.Flush();
        return file;
    }

    /// <summary>The log of a task; null when there are none.</summary>
    public string? PathOf(string task) => folder is null ? null : Path.Combine(folder, $"{NameOf(task)}.log");

    // Reversible, so that no two tasks share a file; a name that no file may have is cut and told apart by its hash.
    private static string NameOf(string task)
    {
        var name = Uri.EscapeDataString(task);
        return name.Length <= LongestName ? name : $"{name[..LongestName]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(task)))[..16]}";
    }
}
