namespace Halo.Formats;

/// <summary>
/// Makes tasks of the jobs of a workflow. A job that calls a workflow at hand becomes the jobs of that workflow, as
/// <c>caller/job</c>: those of them that need none begin when the caller could, and what needs the caller waits for those that none of them needs.
/// </summary>
internal sealed class WorkflowTasks
{
    private const string TaskType = "job";

    private readonly TaskFileDraft _draft;

    private WorkflowTasks(TaskFileDraft draft) => _draft = draft;

    /// <summary>Adds the tasks. The depth of the recursion is that of the calls, which is bounded.</summary>
    public static void Add(WorkflowScope scope, TaskFileDraft draft) => new WorkflowTasks(draft).Add(scope, "", [], 1);

    private void Add(WorkflowScope scope, string prefix, IReadOnlyList<string> starts, double? copies)
    {
        var jobs = new Dictionary<string, ScopedJob>(StringComparer.Ordinal);
        foreach (var job in scope.Jobs) jobs.TryAdd(job.Job.Id, job);
        foreach (var job in scope.Jobs)
        {
            IReadOnlyList<string> needs = job.Needs.Count == 0 ? starts : [.. job.Needs.SelectMany(need => EndsOf(jobs[need], prefix))];
            var id = prefix + job.Job.Id;
            if (job.Callee is { } callee)
            {
                Add(callee, $"{id}/", needs, copies * job.Copies);
                continue;
            }

            _draft.File = scope.File;
            _draft.AddTask(new TaskNode(id, TaskType) { DependsOn = needs, Attributes = AttributesOf(job, prefix, copies) }, job.Job.Place);
        }
    }

    // Jobs of a callee may be added more than once, so each time with attributes of their own.
    private static Dictionary<string, AttributeValue> AttributesOf(ScopedJob job, string prefix, double? copies)
    {
        if (prefix.Length == 0) return job.Attributes;
        var attributes = new Dictionary<string, AttributeValue>(job.Attributes, StringComparer.Ordinal) { ["caller"] = prefix[..^1] };
        if (copies is 1) return attributes;
        if (copies * job.Copies is { } all) attributes["matrix"] = all;
        else attributes.Remove("matrix");
        return attributes;
    }

    private static IEnumerable<string> EndsOf(ScopedJob job, string prefix)
    {
        var id = prefix + job.Job.Id;
        if (job.Callee is not { } callee) return [id];
        var needed = callee.Jobs.SelectMany(inner => inner.Needs).ToHashSet(StringComparer.Ordinal);
        return callee.Jobs.Where(inner => !needed.Contains(inner.Job.Id)).SelectMany(inner => EndsOf(inner, $"{id}/"));
    }
}
