using System.Globalization;

namespace Halo.Core;

/// <summary>Reads files whole, within a limit, and turns what the system says into a fault.</summary>
public static class InputFile
{
    /// <summary>Reads a file and parses it. What cannot be read is a fault, never an exception.</summary>
    /// <typeparam name="T">What the file holds.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="limits">The limits, of which the size is asked.</param>
    /// <param name="parse">Makes the value of all bytes.</param>
    public static LoadResult<T> Read<T>(string path, InputLimits limits, Func<byte[], LoadResult<T>> parse)
        where T : class
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
            return ReadAll(stream, limits) is { } bytes ? parse(bytes) : TooLarge<T>(path, limits);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            var (message, help) = MissingPath.Explain(path) ?? (exception.Message, "");
            return Fault<T>(path, message, help);
        }
    }

    /// <summary>All bytes of a stream; null when there are more than the limit.</summary>
    /// <param name="stream">The stream, read from where it is.</param>
    /// <param name="limits">The limits, of which the size is asked.</param>
    public static byte[]? ReadAll(Stream stream, InputLimits limits)
    {
        var most = Math.Min(limits.MaxBytes, Array.MaxLength - 1);
        if (stream.CanSeek && stream.Length > most) return null;
        using var buffer = new MemoryStream(stream.CanSeek ? (int)stream.Length : 64 * 1024);
        var chunk = new byte[128 * 1024];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            if (buffer.Length + read > most) return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.Length == buffer.Capacity ? buffer.GetBuffer() : buffer.ToArray();
    }

    /// <summary>The fault of a file that is larger than the limit.</summary>
    /// <typeparam name="T">What the file should hold.</typeparam>
    /// <param name="path">The file; null when unknown.</param>
    /// <param name="limits">The limits.</param>
    public static LoadResult<T> TooLarge<T>(string? path, InputLimits limits)
        where T : class =>
        Fault<T>(path, TooLargeMessage(limits));

    internal static string TooLargeMessage(InputLimits limits) => string.Create(CultureInfo.InvariantCulture, $"The file is larger than {limits.MaxBytes} bytes.");

    private static LoadResult<T> Fault<T>(string? path, string message, string help = "")
        where T : class =>
        new(null, [new Diagnostic(DiagnosticCodes.UnreadableFile, DiagnosticSeverity.Error, message, help, new SourceLocation(path, 0))]);
}
