namespace Halo.Rules;

/// <summary>What can be seen of a file without reading it. Links are followed to the end, through linked folders too.</summary>
/// <param name="Written">When it was last written, in UTC.</param>
/// <param name="Length">Its length in bytes.</param>
internal readonly record struct FileStamp(DateTime Written, long Length)
{
    /// <summary>The stamp of a file; null when it cannot be opened.</summary>
    public static FileStamp? Of(string path)
    {
        try
        {
            // Asked of an open handle, because asked by name a link answers for itself and not for what it points to.
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return new FileStamp(File.GetLastWriteTimeUtc(handle), RandomAccess.GetLength(handle));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }
}
