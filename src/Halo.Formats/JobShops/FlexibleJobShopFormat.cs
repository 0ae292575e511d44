namespace Halo.Formats;

/// <summary>
/// Flexible job shops in JSON: <c>{"machines": 2, "jobs": [[[{"machine": 0, "processing": 5}, ...], ...], ...]}</c>. A job is
/// a chain of operations, each of which runs on one of its machines.
/// </summary>
internal sealed class FlexibleJobShopFormat : ITaskFileFormat
{
    public string Name => "flexible job shop";

    public string Mark => "a JSON object with a number of 'machines', or with lists of operations as 'jobs'";

    public bool Recognizes(Glance glance) =>
        glance.Has("jobs", JsonShape.ArrayOfArrays) || (glance.IsComplete && glance.Has("machines", JsonShape.Number));

    public LoadResult<TaskFile> Read(ReadOnlySpan<byte> utf8, string? file, TaskFileLimits limits)
    {
        var shop = new JobShop(new TaskFileDraft(Name, file, limits));
        JsonFile.ReadDocument(utf8, file, shop.Draft.Faults, limits.Input, (ref JsonCursor json) => JobShopReader.Read(ref json, shop));
        return shop.Finish();
    }
}
