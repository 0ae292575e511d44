namespace Halo.Formats;

/// <summary>A job of a workflow as it stands in the file; what is null is not there.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record WorkflowJob(string Id, TextPlace Place)
{
    /// <summary>Whether it was found not to be a job at all, which is reported.</summary>
    public bool IsMalformed { get; init; }

    public DataNode? Name { get; init; }

    /// <summary>One id or a list of them.</summary>
    public DataNode? Needs { get; init; }

    /// <summary>A label, a list of labels, or a map of <c>group</c> and <c>labels</c>.</summary>
    public DataNode? RunsOn { get; init; }

    public DataNode? Uses { get; init; }

    public DataNode? Timeout { get; init; }

    public DataNode? Condition { get; init; }

    public DataNode? Matrix { get; init; }
}
