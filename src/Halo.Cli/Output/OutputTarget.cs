using System.Text;

namespace Halo.Cli;

/// <summary>Writes a command's result to standard output or to a file, and says in one line when it cannot.</summary>
internal static class OutputTarget
{
    private const int BrokenPipeOnUnix = 32;
    private const int BrokenPipeOnWindows = unchecked((int)0x8007006D);
    private const int ClosingPipeOnWindows = unchecked((int)0x800700E8);

    /// <summary>UTF-8 without a byte order mark.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <param name="file">The file; null for standard output.</param>
    /// <param name="streams">The command's streams.</param>
    /// <param name="write">Writes the result.</param>
    /// <param name="cancellationToken">Ends the writing; a file stays as it was.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Write(string? file, CommandStreams streams, Action<Stream> write, CancellationToken cancellationToken)
    {
        try
        {
            if (file is null) WriteDirectly(streams.Output);
            else if (IsDevice(file)) WriteToDevice(file);
            else OutputFile.Replace(file, WriteDirectly, cancellationToken);
            return ExitCodes.Ok;
        }
        catch (IOException exception) when (file is null && exception.HResult is BrokenPipeOnUnix or BrokenPipeOnWindows or ClosingPipeOnWindows)
        {
            return ExitCodes.Ok; // the reader has seen enough
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            streams.Say($"cannot write {(file is null ? "standard output" : $"'{file}'")}: {ReasonOf(exception, file)}");
            return ExitCodes.Fault;
        }

        void WriteDirectly(Stream stream)
        {
            var output = new CancellableStream(stream, cancellationToken);
            write(output);
            output.Flush();
        }

        void WriteToDevice(string device)
        {
            using var stream = new FileStream(device, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            WriteDirectly(stream);
        }
    }

    // A rename would put a file in the place of the device.
    private static bool IsDevice(string file) => !OperatingSystem.IsWindows() && Path.GetFullPath(file) is var path
        && path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    private static string ReasonOf(Exception exception, string? file) => exception switch
    {
        DirectoryNotFoundException => "the folder does not exist.",
        _ when file is not null && Directory.Exists(file) => "it is a folder.",
        UnauthorizedAccessException => "access is denied.",
        _ => exception.Message,
    };
}
