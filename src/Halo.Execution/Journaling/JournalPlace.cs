namespace Halo.Execution;

/// <summary>
/// Notices that the name of a journal does not lead to it any more, or that somebody else wrote to it: what is written then
/// would be lost at a resume. On Linux it sees everything; elsewhere on Unix only a missing file, and on Windows an open
/// file can be neither removed nor replaced.
/// </summary>
internal sealed class JournalPlace(string path, FileStream file)
{
    private readonly byte[] _path = FileStatus.IsKnown ? FileStatus.Encode(path) : [];
    private readonly FileStatus _file = FileStatus.IsKnown ? FileStatus.Of(file.SafeFileHandle) : default;

    /// <summary>Whether the file is the one that its name leads to, which it may not be when it was opened at a bad moment.</summary>
    public bool IsThere => FileStatus.IsKnown ? FileStatus.At(_path) is { } found && IsSame(found) : File.Exists(path);

    /// <param name="length">How long the file must be.</param>
    /// <exception cref="IOException">It is not there any more, or not as it was left.</exception>
    public void Check(long length)
    {
        if (!FileStatus.IsKnown)
        {
            if (!File.Exists(path)) throw Gone();
            return;
        }

        var found = FileStatus.At(_path) ?? throw Gone();
        if (!IsSame(found)) throw new IOException("Another file was put in its place while the run used it.");
        if (found.Length != length) throw new IOException($"Something else wrote to it while the run used it: it has {found.Length} bytes instead of {length}.");
    }

    private bool IsSame(in FileStatus found) => found.Device == _file.Device && found.Number == _file.Number;

    private static IOException Gone() => new("It was removed or renamed while the run used it.");
}
