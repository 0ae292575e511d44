namespace Halo.Core;

/// <summary>Says why there is no file at a path.</summary>
internal static class MissingPath
{
    private const int MostNames = 1_000;

    /// <summary>What is wrong and what would be right; null when there is a file, and something else prevents reading it.</summary>
    public static (string Message, string Help)? Explain(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            if (File.Exists(full)) return null;
            if (Directory.Exists(full)) return ("This is a folder, not a file.", "");
            for (var parent = Path.GetDirectoryName(full); parent is not null; (full, parent) = (parent, Path.GetDirectoryName(parent)))
            {
                if (File.Exists(parent)) return ($"'{Path.GetFileName(parent)}' is a file, not a folder.", "");
                if (Directory.Exists(parent)) return Explain(path, Path.GetFileName(full), parent, full == Path.GetFullPath(path));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // What the system said of the file itself says more.
        }

        return null;
    }

    // The first part of the path that is missing is the one that may be mistyped.
    private static (string Message, string Help) Explain(string path, string name, string folder, bool isLast)
    {
        var message = !isLast ? $"The folder '{name}' does not exist."
            : Path.HasExtension(path) ? "The file does not exist."
            : "There is no file or folder of this name.";
        var names = Directory.EnumerateFileSystemEntries(folder).Take(MostNames).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal);
        return (message, Suggestion.For(name, names));
    }
}
