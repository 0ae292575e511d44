namespace Halo.Formats;

/// <summary>
/// Standard task graphs (STG): the number of tasks without entry and exit, then <c>id time count predecessor...</c> for
/// each task, the entry 0 and the exit n + 1 included. Spaces and line breaks are free, <c>#</c> begins a comment. In the form of
/// the prototype set the first line also has the number of processors, and entry and exit may be left out.
/// </summary>
internal sealed class StandardTaskGraphFormat : ITaskFileFormat
{
    public string Name => "standard task graph (STG)";

    public string Mark => "a text that begins with the number of tasks";

    public bool Recognizes(Glance glance) => glance.NumberText == NumberTextKind.TaskGraph;

    /// <summary>
    /// A wrong count shifts everything after it in a text without lines. So a text with faults is read once more, a task
    /// a line, and that report is given where most lines say that this was meant.
    /// </summary>
    public LoadResult<TaskFile> Read(ReadOnlySpan<byte> utf8, string? file, TaskFileLimits limits)
    {
        var free = StgFreeText.Read(utf8, new TaskFileDraft(Name, file, limits));
        if (free.Value is not null) return free;
        var lines = new StgLines(new TaskFileDraft(Name, file, limits));
        var byLine = lines.Read(utf8);
        return byLine.Value is null && lines.IsByLine ? byLine : free;
    }
}
