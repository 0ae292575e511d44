namespace Halo.Execution;

/// <summary>
/// How much a journal may ask of the run that resumes from it. Beyond a limit it is refused with an error that names the
/// limit, and left as it was. A result that would make a record too long fails its task; the length of the whole file is not
/// limited while it is written, so a raised limit always resumes.
/// </summary>
public sealed record JournalLimits
{
    private const int LongestRecord = 1 << 30; // an array holds it

    /// <summary>The defaults.</summary>
    public static JournalLimits Default { get; } = new();

    /// <summary>The largest journal in bytes, at least 1. Default 4 GiB.</summary>
    public long MaxBytes { get; init; } = 4L << 30;

    /// <summary>The longest record in bytes, most of which is the result of a task, from 1 to 1 GiB. Default 64 MiB.</summary>
    public int MaxRecordBytes { get; init; } = 64 << 20;

    internal IEnumerable<string> Faults()
    {
        if (MaxBytes < 1) yield return $"{nameof(MaxBytes)} must be at least 1";
        if (MaxRecordBytes is < 1 or > LongestRecord) yield return $"{nameof(MaxRecordBytes)} must be from 1 to {LongestRecord}";
    }
}
