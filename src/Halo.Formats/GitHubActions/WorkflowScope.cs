namespace Halo.Formats;

/// <summary>The jobs of one workflow file; their ids are unique in it only.</summary>
internal sealed class WorkflowScope(string? file)
{
    public string? File => file;

    public List<ScopedJob> Jobs { get; } = [];
}

/// <summary>A job with what was read of it.</summary>
/// <param name="Job">The job as it is in the file.</param>
/// <param name="Needs">The ids of the jobs of its file that it needs.</param>
/// <param name="Attributes">What rules can test.</param>
internal sealed record ScopedJob(WorkflowJob Job, IReadOnlyList<string> Needs, Dictionary<string, AttributeValue> Attributes)
{
    /// <summary>The workflow that it calls and stands for; null for a job of its own, and where that workflow is not at hand.</summary>
    public WorkflowScope? Callee { get; set; }

    /// <summary>How many jobs its matrix makes of it: 1 without a matrix, null when only a run can tell.</summary>
    public double? Copies => Job.Matrix is null ? 1 : Attributes.TryGetValue("matrix", out var size) && size.TryGetNumber(out var copies) ? copies : null;
}
