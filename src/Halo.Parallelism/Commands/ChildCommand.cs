using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Halo.Parallelism;

/// <summary>A command that is run as a child process, its arguments passed as they are and never through a shell.</summary>
/// <param name="Words">The program and its arguments.</param>
/// <param name="Timeout">The longest time of one run.</param>
public sealed record ChildCommand(IReadOnlyList<string> Words, TimeSpan Timeout)
{
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    /// <summary>Runs it once, without input and with its output thrown away. Blocks until it has ended.</summary>
    /// <param name="cancellationToken">Kills the process and its children.</param>
    /// <exception cref="CommandFailedException">It cannot be started, has a nonzero exit code, or takes too long.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; the process and its children are killed.</exception>
    public void Run(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = Start();
        using var killing = cancellationToken.Register(() => Kill(process));
        process.StandardInput.Close();
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        var errors = ReadEndAsync(process.StandardError);
        if (!process.WaitForExit(Timeout))
        {
            Kill(process);
            throw new CommandFailedException(string.Create(CultureInfo.InvariantCulture, $"'{Words[0]}' was killed after {Timeout.TotalSeconds:0.###} s."));
        }

        cancellationToken.ThrowIfCancellationRequested();
        var code = process.ExitCode;
        if (code != 0) throw new CommandFailedException(string.Create(CultureInfo.InvariantCulture, $"'{Words[0]}' ended with exit code {code}.{Said(errors)}"));
        Task.WaitAny([output], DrainTime); // children that it leaves behind may hold the pipe open
    }

    private Process Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo(Words[0], Words.Skip(1)) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            throw new CommandFailedException($"'{Words[0]}' cannot be started: {fault.Message}", fault);
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception fault) when (fault is InvalidOperationException or AggregateException or Win32Exception)
        {
            // It has ended by itself.
        }
    }

    private static string Said(Task<string> errors) => errors.Wait(DrainTime) && errors.Result.Trim() is { Length: > 0 } text ? $" It said: {text}" : "";

    // The end alone is kept: a command may write without end.
    private static async Task<string> ReadEndAsync(StreamReader reader)
    {
        const int most = 500;
        var (buffer, end) = (new char[most], new StringBuilder());
        for (var read = await reader.ReadAsync(buffer).ConfigureAwait(false); read > 0; read = await reader.ReadAsync(buffer).ConfigureAwait(false))
        {
            end.Append(buffer, 0, read);
            if (end.Length > most) end.Remove(0, end.Length - most);
        }

        return end.ToString();
    }
}
