namespace Halo.Formats;

/// <summary>A format of task files.</summary>
internal interface ITaskFileFormat
{
    /// <summary>What people call it.</summary>
    string Name { get; }

    /// <summary>What its files are recognized by, for people to read.</summary>
    string Mark { get; }

    /// <summary>Whether what was seen of a text so far makes it a file of this format.</summary>
    bool Recognizes(Glance glance);

    /// <summary>Reads a text of this format; every fault has its line.</summary>
    /// <param name="utf8">The text without a byte order mark.</param>
    /// <param name="file">The name to show in faults.</param>
    /// <param name="limits">How large it may be.</param>
    LoadResult<TaskFile> Read(ReadOnlySpan<byte> utf8, string? file, TaskFileLimits limits);

    /// <summary>Reads the text of a file on disk, whose neighbors may belong to it.</summary>
    /// <param name="utf8">The text without a byte order mark.</param>
    /// <param name="path">The file.</param>
    /// <param name="limits">How large it may be.</param>
    LoadResult<TaskFile> ReadFile(ReadOnlySpan<byte> utf8, string path, TaskFileLimits limits) => Read(utf8, path, limits);
}
