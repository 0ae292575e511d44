namespace Halo.Formats;

/// <summary>Recorded scientific workflows in WfFormat 1.5. Properties that say nothing to Halo are passed over.</summary>
internal sealed class WfFormat : ITaskFileFormat
{
    public string Name => "WfFormat 1.5";

    public string Mark => "a JSON object with a 'schemaVersion', or with an object as 'workflow'";

    public bool Recognises(Glance glance) => glance.Has("schemaVersion") || glance.Has("workflow", JsonShape.Object);

    public LoadResult<TaskFile> Read(ReadOnlySpan<byte> utf8, string? file, InputLimits limits)
    {
        var draft = new TaskFileDraft(Name, file, limits);
        var instance = new WfInstance();
        JsonFile.ReadDocument(utf8, file, draft.Faults, limits, (ref JsonCursor json) => WfReader.Read(ref json, instance, draft));
        WfGraph.AddTo(draft, instance);
        return draft.Finish();
    }
}
