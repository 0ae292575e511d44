namespace Halo.Formats;

/// <summary>Turns tasks of WfFormat 1.3 and 1.4 into those of later versions: specification and record apart, references by id.</summary>
internal static class WfWhole
{
    private const double BytesOfKilobyte = 1_000;

    /// <summary>Adds a task and a record for each whole task.</summary>
    public static void Split(WfInstance instance, TaskFileDraft draft)
    {
        if (instance.Wholes.Count == 0) return;
        instance.TrustsOneEnd = true;
        var references = new WfReferences(instance.Wholes, draft);
        var recorded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var whole in instance.Wholes)
        {
            var id = references.IdOf(whole);
            foreach (var figure in whole.InKilobytes) ToBytes(whole.Record.Attributes, figure, instance.RuntimeSystem);
            instance.Tasks.Add(whole.Task with { Id = id, Parents = references.Resolve(id, whole.Task.Parents), Children = references.Resolve(id, whole.Task.Children) });
            if (recorded.Add(id)) instance.Records.Add(whole.Record with { Id = id }); // that an id is given twice is found with the graph
        }
    }

    // Pegasus wrote how much is read and written in bytes, the others in kilobytes.
    private static void ToBytes(Dictionary<string, AttributeValue> attributes, string figure, string? system)
    {
        var isInBytes = figure != "memoryInBytes" && system is not null && system.Contains("pegasus", StringComparison.OrdinalIgnoreCase);
        if (!isInBytes && attributes[figure].TryGetNumber(out var kilobytes) && double.IsFinite(kilobytes * BytesOfKilobyte)) attributes[figure] = kilobytes * BytesOfKilobyte;
    }
}
