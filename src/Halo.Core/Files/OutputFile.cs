namespace Halo.Core;

/// <summary>Writes files so that no reader sees half of one.</summary>
public static class OutputFile
{
    /// <summary>Writes beside the file and renames over it; when writing fails or is cancelled the old file stays as it was.</summary>
    /// <param name="path">The file; a link stays, and what it leads to is replaced.</param>
    /// <param name="content">Its new content.</param>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var target = TargetOf(path);
        var temporary = BesideOf(target);
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            Remove(temporary);
            throw;
        }
    }

    /// <inheritdoc cref="Replace(string, ReadOnlySpan{byte})"/>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="cancellationToken">Keeps the old file when it is cancelled before the content is complete.</param>
    public static void Replace(string path, Action<Stream> write, CancellationToken cancellationToken)
    {
        var target = TargetOf(path);
        var temporary = BesideOf(target);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None)) write(stream);
            cancellationToken.ThrowIfCancellationRequested();
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            Remove(temporary);
            throw;
        }
    }

    // Why the file could not be written says more than why what was written is still there.
    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }
    }

    // A link stays a link: what it points to is replaced.
    private static string TargetOf(string path)
    {
        var file = new FileInfo(Path.GetFullPath(path));
        return file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    private static string BesideOf(string target) =>
        Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
}
