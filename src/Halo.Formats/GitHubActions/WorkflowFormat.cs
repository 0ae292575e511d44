namespace Halo.Formats;

/// <summary>GitHub Actions workflows in YAML, and in JSON of the same shape, which is YAML too.</summary>
internal sealed class WorkflowFormat : ITaskFileFormat
{
    public string Name => "GitHub Actions workflow";

    public string Mark => "YAML with 'jobs:' at the beginning of a line";

    public bool Recognizes(Glance glance) => glance.HasJobsLine || (glance.Has("jobs", JsonShape.Object) && !glance.Has("machines", JsonShape.Number));

    public LoadResult<TaskFile> Read(ReadOnlySpan<byte> utf8, string? file, TaskFileLimits limits)
    {
        var draft = new TaskFileDraft(Name, file, limits);
        WorkflowTasks.Add(ReadScope(utf8, draft), draft);
        return draft.Finish();
    }

    /// <inheritdoc/>
    /// <remarks>Jobs that call a workflow of the same repository become the jobs of that workflow.</remarks>
    public LoadResult<TaskFile> ReadFile(ReadOnlySpan<byte> utf8, string path, TaskFileLimits limits)
    {
        var draft = new TaskFileDraft(Name, path, limits);
        var scope = ReadScope(utf8, draft);
        if (WorkflowCalls.FolderOf(path) is { } folder) new WorkflowCalls(folder, draft).Follow(scope);
        draft.File = path;
        WorkflowTasks.Add(scope, draft);
        return draft.Finish();
    }

    /// <summary>Reads the jobs of one workflow; what is wrong is reported.</summary>
    public static WorkflowScope ReadScope(ReadOnlySpan<byte> utf8, TaskFileDraft draft)
    {
        var before = draft.Faults.HasErrors;
        var root = YamlDocumentReader.Read(utf8, draft);
        if (root is not null) return WorkflowJobReader.Read(draft, JobsOf(root, draft));
        if (draft.Faults.HasErrors == before) draft.Fault(
            DiagnosticCodes.MissingProperty, "The file holds no document.", "Give a map with 'jobs'.", 1);
        return new WorkflowScope(draft.File);
    }

    private static List<WorkflowJob> JobsOf(DataNode root, TaskFileDraft draft)
    {
        var jobs = new List<WorkflowJob>();
        if (root.Find("jobs") is not { } map)
        {
            draft.Fault(DiagnosticCodes.MissingProperty, "The workflow has no 'jobs'.", "Give a map of jobs.", root.Place);
            return jobs;
        }

        if (map.Kind != DataKind.Map) draft.Fault(
            DiagnosticCodes.InvalidValue, "'jobs' must be a map.", "Write each job as its id and its properties.", map.Place);
        for (var i = 0; i < map.Keys.Count; i++)
        {
            var (id, job) = (map.Keys[i], map.Items[i]);
            if (job.Kind != DataKind.Map)
            {
                draft.Fault(DiagnosticCodes.InvalidValue, $"Job '{id}' must be a map.", "Give its 'runs-on' and its 'steps'.", job.Place);
                job = DataNode.Map(job.Place); // others may need it
            }

            jobs.Add(new WorkflowJob(id, job.Place)
            {
                IsMalformed = job != map.Items[i],
                Name = job.Find("name"),
                Needs = job.Find("needs"),
                RunsOn = job.Find("runs-on"),
                Uses = job.Find("uses"),
                Timeout = job.Find("timeout-minutes"),
                Condition = job.Find("if"),
                Matrix = job.Find("strategy")?.Find("matrix"),
            });
        }

        return jobs;
    }
}
