namespace Halo.Formats;

/// <summary>GitHub Actions workflows in YAML, and in JSON of the same shape, which is YAML too.</summary>
internal sealed class WorkflowFormat : ITaskFileFormat
{
    public string Name => "GitHub Actions workflow";

    public string Mark => "YAML with 'jobs:' at the beginning of a line";

    public bool Recognizes(Glance glance) => glance.HasJobsLine || (glance.Has("jobs", JsonShape.Object) && !glance.Has("machines", JsonShape.Number));

    public LoadResult<TaskFile> Read(ReadOnlySpan<byte> utf8, string? file, InputLimits limits)
    {
        var draft = new TaskFileDraft(Name, file, limits);
        var root = YamlDocumentReader.Read(utf8, draft);
        if (root is not null) WorkflowJobReader.AddTo(draft, JobsOf(root, draft));
        else if (!draft.Faults.HasErrors) draft.Fault(DiagnosticCodes.MissingProperty, "The file holds no document.", "Give a map with 'jobs'.", 1);
        return draft.Finish();
    }

    private static List<WorkflowJob> JobsOf(DataNode root, TaskFileDraft draft)
    {
        var jobs = new List<WorkflowJob>();
        if (root.Find("jobs") is not { } map)
        {
            draft.Fault(DiagnosticCodes.MissingProperty, "The workflow has no 'jobs'.", "Give a map of jobs.", root.Line);
            return jobs;
        }

        if (map.Kind != DataKind.Map) draft.Fault(DiagnosticCodes.InvalidValue, "'jobs' must be a map.", "Write each job as its id and its properties.", map.Line);
        for (var i = 0; i < map.Keys.Count; i++)
        {
            var (id, job) = (map.Keys[i], map.Items[i]);
            if (job.Kind != DataKind.Map)
            {
                draft.Fault(DiagnosticCodes.InvalidValue, $"Job '{id}' must be a map.", "Give its 'runs-on' and its 'steps'.", job.Line);
                job = DataNode.Map(job.Line); // others may need it
            }

            jobs.Add(new WorkflowJob(id, job.Line)
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
