using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Halo.Execution;

namespace Halo.Cli;

/// <summary>Runs a program for a task: without input, its output into the task's log.</summary>
internal static class ChildProcess
{
    // Whatever it left running in the background may hold its output open.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    // Ctrl-C reaches the commands of a terminal at once, and this run a moment later: what it ended has not failed.
    private static readonly TimeSpan CancellationLag = TimeSpan.FromMilliseconds(100);

    /// <returns>The last line that it wrote to standard output; empty when it wrote nothing.</returns>
    /// <exception cref="TaskFailedException">It cannot be started (kind <c>notStarted</c>), or its exit code is not zero (kind <c>exit</c> and the code), or the log cannot be written (kind <c>log</c>).</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; the process and its children are killed.</exception>
    public static async Task<string> RunAsync(IReadOnlyList<string> words, Stream log, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = Start(words);
        process.StandardInput.Close();
        var (output, errors) = (new LastLine(), new LastLine());
        using var gate = new SemaphoreSlim(1);
        var reading = Task.WhenAll(
            CopyAsync(process.StandardOutput.BaseStream, log, output, gate),
            CopyAsync(process.StandardError.BaseStream, log, errors, gate));
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await KillAsync(process);
            throw;
        }

        await Task.WhenAny(reading, Task.Delay(DrainTime, CancellationToken.None));
        await gate.WaitAsync(CancellationToken.None); // nothing is written behind the end
        if (reading.IsFaulted) await reading;
        if (process.ExitCode == 0) return output.Text;
        await Task.Delay(CancellationLag, cancellationToken);
        var said = errors.Text.Length > 0 ? errors.Text : output.Text;
        throw new TaskFailedException(
            string.Create(CultureInfo.InvariantCulture, $"'{words[0]}' ended with exit code {process.ExitCode}.{(said.Length > 0 ? $" It said: {said}" : "")}"),
            string.Create(CultureInfo.InvariantCulture, $"exit {process.ExitCode}"));
    }

    private static Process Start(IReadOnlyList<string> words)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(words[0], words.Skip(1)) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException or PlatformNotSupportedException)
        {
            throw new TaskFailedException($"'{words[0]}' cannot be started: {fault.Message}", "notStarted", fault);
        }
    }

    private static async Task KillAsync(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception fault) when (fault is InvalidOperationException or AggregateException or Win32Exception)
        {
            // It has ended by itself.
        }

        await process.WaitForExitAsync(CancellationToken.None);
    }

    private static async Task CopyAsync(Stream from, Stream log, LastLine last, SemaphoreSlim gate)
    {
        var buffer = new byte[4096];
        IOException? broken = null;
        try
        {
            // Read on, also where the log cannot be written: the process must not wait for a full pipe.
            while (await from.ReadAsync(buffer) is > 0 and var count)
            {
                last.Add(buffer.AsSpan(0, count));
                if (broken is null) broken = await WriteAsync(buffer.AsMemory(0, count), log, gate);
            }
        }
        catch (Exception fault) when (fault is ObjectDisposedException or OperationCanceledException)
        {
            // The process has ended, and nobody waits for what it left behind.
        }

        if (broken is not null) throw new TaskFailedException($"The log cannot be written: {broken.Message}", "log", broken);
    }

    private static async Task<IOException?> WriteAsync(ReadOnlyMemory<byte> bytes, Stream log, SemaphoreSlim gate)
    {
        await gate.WaitAsync();
        try
        {
            await log.WriteAsync(bytes);
            return null;
        }
        catch (IOException fault)
        {
            return fault;
        }
        finally
        {
            gate.Release();
        }
    }
}
