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

    /// <summary>Every property whose value cannot be used; none when all is well.</summary>
    public IReadOnlyList<OptionFault> Faults()
    {
        var faults = new OptionFaults();
        faults.InRange(MaxBytes, MaxBytes >= 1, "at least 1");
        faults.InRange(MaxRecordBytes, MaxRecordBytes is >= 1 and <= LongestRecord, $"from 1 to {LongestRecord}");
        return faults.Found;
    }
}
