namespace Halo.Formats;

/// <summary>The parts of a workflow instance as they are in the file.</summary>
internal sealed class WfInstance
{
    /// <summary>The version of the format; null when the file does not say.</summary>
    public string? Version { get; set; }

    /// <summary>The name of the system that ran the workflow; null when the file does not say.</summary>
    public string? RuntimeSystem { get; set; }

    /// <summary>Tasks as versions up to 1.4 have them.</summary>
    public List<WfWholeTask> Wholes { get; } = [];

    public List<WfTask> Tasks { get; } = [];

    public List<WfRecord> Records { get; } = [];

    public List<WfMachine> Machines { get; } = [];

    /// <summary>Whether a dependency may be named at one of its ends only, also where the other end has a list.</summary>
    public bool TrustsOneEnd { get; set; }
}

/// <summary>A task of the specification; a list that is null is not in the file.</summary>
internal sealed record WfTask(string Id, string Name, IReadOnlyList<WfReference>? Parents, IReadOnlyList<WfReference>? Children, int Line);

/// <summary>A task up to version 1.4: specification and record in one, under a name and perhaps an id.</summary>
internal sealed record WfWholeTask(WfTask Task, string? Id, WfRecord Record, IReadOnlyList<string> InKilobytes);

/// <summary>A task's id where another task names it.</summary>
internal readonly record struct WfReference(string Id, int Line);

/// <summary>What was recorded of a task's execution.</summary>
internal sealed record WfRecord(string Id, double? Runtime, string? Program, Dictionary<string, AttributeValue> Attributes, int Line)
{
    /// <summary>The kind of work where the program does not tell it.</summary>
    public string? Category { get; init; }

    /// <summary>The first machine that it ran on; null when the file does not say.</summary>
    public string? Machine { get; init; }
}

/// <summary>A machine; its speed in MHz is null when the file does not say.</summary>
internal sealed record WfMachine(string Name, int Cores, double? SpeedInMHz, int Line);
