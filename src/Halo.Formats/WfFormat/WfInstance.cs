namespace Halo.Formats;

/// <summary>The parts of a workflow instance as they stand in the file.</summary>
internal sealed class WfInstance
{
    public List<WfTask> Tasks { get; } = [];

    public List<WfRecord> Records { get; } = [];

    public List<(Agent Agent, int Line)> Machines { get; } = [];
}

/// <summary>A task of the specification; a list that is null is not in the file.</summary>
internal sealed record WfTask(string Id, string Name, IReadOnlyList<WfReference>? Parents, IReadOnlyList<WfReference>? Children, int Line);

/// <summary>A task's id where another task names it.</summary>
internal readonly record struct WfReference(string Id, int Line);

/// <summary>What was recorded of a task's execution.</summary>
internal sealed record WfRecord(string Id, double? Runtime, string? Program, Dictionary<string, AttributeValue> Attributes, int Line);
