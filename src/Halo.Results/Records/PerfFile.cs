namespace Halo.Results;

/// <summary>Files that are read whole, within a limit.</summary>
internal static class PerfFile
{
    /// <summary>All bytes of a file, also of one that does not tell its length beforehand.</summary>
    /// <exception cref="PerfDataException">It cannot be read, or is larger than <see cref="PerfLimits.MaxFileBytes"/>.</exception>
    public static MemoryStream Read(string path, PerfLimits limits)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
            var bytes = new MemoryStream();
            var chunk = new byte[64 * 1024];
            for (int read; (read = file.Read(chunk)) > 0;)
            {
                if (bytes.Length + read > limits.MaxFileBytes) throw new PerfDataException([$"{path}: the file is larger than {limits.MaxFileBytes} bytes, the limit {nameof(PerfLimits.MaxFileBytes)}."]);
                bytes.Write(chunk, 0, read);
            }

            bytes.Position = 0;
            return bytes;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PerfDataException([$"{path}: {fault.Message}"]);
        }
    }
}
