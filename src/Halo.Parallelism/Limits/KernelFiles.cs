namespace Halo.Parallelism;

/// <summary>Reads what the kernel shows as files, below any folder in the place of the root.</summary>
internal sealed class KernelFiles(string root = "/")
{
    /// <summary>The content of a file without the white space around it; null when it is absent or cannot be read.</summary>
    public string? Text(string path)
    {
        try
        {
            return File.ReadAllText(PathOf(path)).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The lines of a file; none when it is absent or cannot be read.</summary>
    public IEnumerable<string> Lines(string path) => Text(path)?.Split('\n') ?? [];

    /// <summary>The text behind a line's first word, as in <c>MemAvailable: 1024 kB</c>; null when no line begins with it.</summary>
    public string? Value(string path, string word)
    {
        foreach (var line in Lines(path))
        {
            if (line.StartsWith(word, StringComparison.Ordinal) && line.Length > word.Length && char.IsWhiteSpace(line[word.Length])) return line[word.Length..].Trim();
        }

        return null;
    }

    /// <summary>A whole number; null when the file holds none.</summary>
    public long? Number(string path) => Figure.Parse(Text(path));

    private string PathOf(string path) => Path.Combine(root, path.TrimStart('/'));
}
