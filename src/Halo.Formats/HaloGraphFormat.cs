namespace Halo.Formats;

/// <summary>Halo's own graph files.</summary>
internal sealed class HaloGraphFormat : ITaskFileFormat
{
    public string Name => "Halo graph";

    public string Mark => "a JSON object with 'tasks'";

    public bool Recognizes(Glance glance) => glance.Has("tasks");

    public LoadResult<TaskFile> Read(ReadOnlySpan<byte> utf8, string? file, TaskFileLimits limits)
    {
        var result = GraphFile.Read(utf8, file, limits.Input);
        return new LoadResult<TaskFile>(result.Value is { } graph ? new TaskFile(Name, graph, null) : null, result.Diagnostics);
    }
}
