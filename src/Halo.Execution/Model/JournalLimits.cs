namespace Halo.Execution;

/// <summary>
/// How much a journal may ask of the run that resumes from it. Beyond a limit it is refused with an error that names the
/// limit, and left as it was. A result that would make a record too long fails its task; the length of the whole file is not
/// limited while it is written, so a raised limit always resumes. A value out of its range is refused
/// when it is set, with an <see cref="ArgumentOutOfRangeException"/> that names the property.
/// </summary>
public sealed record JournalLimits
{
    private const int LongestRecord = 1 << 30; // an array holds it

    /// <summary>The defaults.</summary>
    public static JournalLimits Default { get; } = new();

    /// <summary>The largest journal in bytes, at least 1. Default 4 GiB.</summary>
    public long MaxBytes { get; init => field = OptionCheck.InRange(value, value >= 1, "at least 1"); } = 4L << 30;

    /// <summary>The longest record in bytes, most of which is the result of a task, from 1 to 1 GiB. Default 64 MiB.</summary>
    public int MaxRecordBytes { get; init => field = OptionCheck.InRange(value, value is >= 1 and <= LongestRecord, "from 1 to 1073741824"); } = 64 << 20;
}
