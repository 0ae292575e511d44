using System.ComponentModel;
using System.Globalization;
using Halo.Execution;

namespace Halo.Cli;

/// <summary>Runs a program for a task: without input, its output into the task's log.</summary>
internal static class ChildProcess
{
    private const int LongestMessage = 1_000;

    // What it left running in the background may hold its output open.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(1);

    // What ends this run may have ended the command a moment before, such as a signal to all processes: then it has not failed.
    private static readonly TimeSpan CancellationLag = TimeSpan.FromMilliseconds(100);

    /// <returns>The last line that it wrote to standard output; empty when it wrote nothing.</returns>
    /// <exception cref="TaskFailedException">
    /// It cannot be started (kind <c>notStarted</c>), or its exit code is not zero (kind <c>exit</c> and the code), or the log
    /// cannot be written (kind <c>log</c>), or the line is longer than <see cref="LastLine.Most"/> (kind <c>result</c>).
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled; the process and what it started have ended.</exception>
    public static async Task<string> RunAsync(
        IReadOnlyList<string> words, IReadOnlyDictionary<string, string> variables, Stream log, CommandGroups groups, CancellationToken cancellationToken)
    {
        await groups.PrepareAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        using var child = Start(words, variables, groups);
        var (output, errors) = (new LastLine(), new LastLine());
        using var gate = new SemaphoreSlim(1);
        var reading = Task.WhenAll(CopyAsync(child.Output, log, output, gate), CopyAsync(child.Errors, log, errors, gate));
        int? code;
        try
        {
            code = await child.Exited.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await groups.EndAsync(child);
            await CloseAsync(reading, gate);
            throw;
        }

        if (code != 0) await groups.EndAsync(child); // the next attempt must not run beside what this one left
        await CloseAsync(reading, gate);
        if (code == 0 && reading.IsFaulted) await reading;
        if (code == 0) return ResultOf(output, words[0]);
        await Task.Delay(CancellationLag, cancellationToken);
        var said = ShortText.Of(errors.Read().Text is { Length: > 0 } complaint ? complaint : output.Read().Text, LongestMessage);
        var ended = code is null ? "ended, and its exit code is not known." : string.Create(CultureInfo.InvariantCulture, $"ended with exit code {code}.");
        throw new TaskFailedException($"'{words[0]}' {ended}{(said.Length > 0 ? $" It said: {said}" : "")}", string.Create(CultureInfo.InvariantCulture, $"exit {code}"));
    }

    // A part of it would be another value: of a JSON string not even a text.
    private static string ResultOf(LastLine output, string command)
    {
        var (text, isCut) = output.Read();
        if (!isCut) return text;
        var fault = string.Create(
            CultureInfo.InvariantCulture, $"'{command}' ended its output with a line of more than {LastLine.Most} bytes, which is too long for a result.");
        throw new TaskFailedException($"{fault} Print a shorter last line.", "result");
    }

    private static IChild Start(IReadOnlyList<string> words, IReadOnlyDictionary<string, string> variables, CommandGroups groups)
    {
        try
        {
            if (words.Concat(variables.Values).Any(text => text.Contains('\0', StringComparison.Ordinal))) throw new InvalidOperationException("an argument or a value of the task holds the character NUL.");
            if (OperatingSystem.IsWindows()) return WindowsChild.Start(words, variables);
            return UnixChild.Start(words, [.. CommandEnvironment.Inherited.Concat(variables).Select(variable => $"{variable.Key}={variable.Value}")], groups);
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException or PlatformNotSupportedException or FileNotFoundException)
        {
            throw new TaskFailedException($"'{words[0]}' cannot be started: {fault.Message}", "notStarted", fault);
        }
    }

    // Nothing is written to the log after this.
    private static async Task CloseAsync(Task reading, SemaphoreSlim gate)
    {
        await Task.WhenAny(reading, Task.Delay(DrainTime, CancellationToken.None));
        await gate.WaitAsync(CancellationToken.None);
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
            // The process has ended, and nothing waits for what it left running.
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
