namespace Halo.Cli;

/// <summary>
/// Where symbolic links lead. What a run writes is not written through a link: the file that it leads to may be any other,
/// and it is not expected to be overwritten.
/// </summary>
internal static class FileLinks
{
    private const int MostLinks = 40; // as Linux counts them

    /// <summary>
    /// Why a file is not written to; null when it may be. Links of the system, such as <c>/dev/stdout</c>, lead to no files.
    /// </summary>
    /// <param name="what">What names it.</param>
    /// <param name="path">The file.</param>
    public static string? Fault(string what, string path)
    {
        if (IsOfSystem(Path.GetFullPath(path)) || new FileInfo(path).LinkTarget is not { } target) return null;
        return $"{what} '{path}' is a link to '{target}', which would be overwritten; name that file itself, or another one.";
    }

    /// <summary>Whether two paths lead to one file, by whatever links.</summary>
    public static bool AreSame(string path, string? other) =>
        other is { Length: > 0 } && string.Equals(Resolve(path), Resolve(other), StringComparison.Ordinal);

    private static bool IsOfSystem(string path) =>
        path.StartsWith("/proc/", StringComparison.Ordinal)
        || (path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal));

    // The end of all links in a path; what is not there has none.
    private static string Resolve(string path)
    {
        var full = Path.GetFullPath(path);
        for (var links = 0; links < MostLinks; links++)
        {
            if (FirstLink(full) is not { } next) break;
            full = next;
        }

        return full;
    }

    private static string? FirstLink(string full)
    {
        for (var at = full.IndexOf(Path.DirectorySeparatorChar, 1); ; at = full.IndexOf(Path.DirectorySeparatorChar, at + 1))
        {
            var part = at < 0 ? full : full[..at];
            if (new FileInfo(part).LinkTarget is { } target)
            {
                return Path.GetFullPath(Path.Combine(Path.GetDirectoryName(part)!, target) + full[part.Length..]);
            }

            if (at < 0) return null;
        }
    }
}
