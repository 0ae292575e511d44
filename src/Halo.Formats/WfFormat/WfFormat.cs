namespace Halo.Formats;

/// <summary>
/// Recorded scientific workflows in WfFormat 1.3 to 1.6. Up to 1.4 a task is one object, from 1.5 its specification and the record
/// of its execution are apart; which of the two it is, the file shows. Properties that say nothing to Halo are passed over.
/// </summary>
internal sealed class WfFormat : ITaskFileFormat
{
    public string Name => "WfFormat";

    public string Mark => "a JSON object with a 'schemaVersion', or with an object as 'workflow'";

    public bool Recognizes(Glance glance) => glance.Has("schemaVersion") || glance.Has("workflow", JsonShape.Object);

    public LoadResult<TaskFile> Read(ReadOnlySpan<byte> utf8, string? file, TaskFileLimits limits)
    {
        var draft = new TaskFileDraft(Name, file, limits);
        var instance = new WfInstance();
        JsonFile.ReadDocument(utf8, file, draft.Faults, limits.Input, (ref JsonCursor json) => WfReader.Read(ref json, instance, draft));
        WfWhole.Split(instance, draft);
        WfGraph.AddTo(draft, instance);
        if (instance.Version is { } version) draft.Format = $"{Name} {version}";
        return draft.Finish();
    }
}
