using System.Diagnostics;

namespace Halo.Execution;

/// <summary>Opens the file of a journal for one run alone.</summary>
internal static class JournalOpening
{
    private const int LongestPart = 1 << 20;
    private const int SharingViolation = unchecked((int)0x80070020);

    // How long to wait for a lock that no live process seems to hold: a process that is just dying, or just beginning.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Opens a journal, or makes a new one.</summary>
    /// <param name="path">The file; also a link to it.</param>
    /// <param name="limits">How long its lines may be.</param>
    /// <param name="open">Opens it for reading and writing, shared with readers.</param>
    /// <exception cref="HaloValidationException">It is no plain file.</exception>
    /// <exception cref="IOException">Another run uses it, in this process or another one, or it cannot be opened.</exception>
    public static FileStream Open(string path, JournalLimits limits, Func<string, FileStream> open)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            if (FileStatus.IsKnown && FileStatus.At(FileStatus.Encode(path)) is { IsRegular: false }) throw NotRegular(path);
            if (TryOpen(path, open) is { } file) return file;
            var holder = HolderOf(path, limits);
            var isKnown = holder?.MayBeAlive() ?? false;
            if (!isKnown && Stopwatch.GetElapsedTime(started) < Patience)
            {
                Thread.Sleep(Pause); // nothing tells when another process gives up a lock
                continue;
            }

            var who = isKnown ? holder!.ToString() : "another program, which it does not name";
            throw new IOException($"The journal '{path}' is in use by {who}. Wait until that has ended, or end it.");
        }
    }

    /// <summary>The usual way.</summary>
    public static FileStream OpenFile(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);

    // Null when it is in use, or was replaced in the meantime.
    private static FileStream? TryOpen(string path, Func<string, FileStream> open)
    {
        FileStream? file = null;
        try
        {
            file = open(path);
            if (!file.CanSeek) throw NotRegular(path);
            if (TryLock(path, file) && new JournalPlace(path, file).IsThere) return file;
        }
        catch (IOException fault) when (IsInUse(fault))
        {
            return null;
        }
        catch
        {
            file?.Dispose();
            throw;
        }

        file.Dispose();
        return null;
    }

    private static bool TryLock(string path, FileStream file)
    {
        try
        {
            return FileLock.TryTake(file.SafeFileHandle);
        }
        catch (IOException fault)
        {
            throw new IOException($"The journal '{path}' cannot be used: {fault.Message} Put it on another disk.", fault);
        }
    }

    // Unix has no other name for it than its number of the error: that of Linux, or of macOS.
    private static bool IsInUse(IOException fault) =>
        OperatingSystem.IsWindows() ? fault.HResult == SharingViolation : fault.HResult is 11 or 35;

    private static JournalHolder? HolderOf(string path, JournalLimits limits)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return JournalHolder.LastOf(file, Math.Max(limits.MaxRecordBytes, LongestPart));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null; // then it is unknown
        }
    }

    private static HaloValidationException NotRegular(string path)
    {
        const string Fault = "The journal is a folder, a pipe or a device.";
        const string Help = "Name a plain file.";
        var place = new SourceLocation(path, 0);
        return new HaloValidationException([new Diagnostic(ExecutionDiagnosticCodes.InvalidJournal, DiagnosticSeverity.Error, Fault, Help, place)]);
    }
}
