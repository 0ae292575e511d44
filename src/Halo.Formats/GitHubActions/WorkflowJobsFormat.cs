namespace Halo.Formats;

/// <summary>
/// The jobs of a GitHub Actions workflow in JSON:
/// <c>{"workflow":"CI","jobs":[{"id","name","needs":[],"runsOn","runner","uses","timeoutMinutes","condition","matrix"}]}</c>.
/// </summary>
internal sealed class WorkflowJobsFormat : ITaskFileFormat
{
    public string Name => "GitHub Actions jobs";

    public string Mark => "a JSON object with objects in a list of 'jobs'";

    public bool Recognizes(Glance glance) =>
        glance.Has("jobs", JsonShape.ArrayOfObjects) || (glance.Has("jobs", JsonShape.Array) && glance.Has("workflow", JsonShape.String));

    public LoadResult<TaskFile> Read(ReadOnlySpan<byte> utf8, string? file, TaskFileLimits limits)
    {
        var draft = new TaskFileDraft(Name, file, limits);
        var root = JsonDocumentReader.Read(utf8, draft);
        if (root?.Find("jobs") is { Kind: DataKind.List } jobs) WorkflowTasks.Add(WorkflowJobReader.Read(draft, JobsOf(jobs, draft)), draft);
        else if (!draft.Faults.HasErrors) draft.Fault(
            DiagnosticCodes.MissingProperty, "The file has no list of 'jobs'.", "Give a list of objects.", root?.Place ?? new TextPlace(1));
        return draft.Finish();
    }

    private static List<WorkflowJob> JobsOf(DataNode list, TaskFileDraft draft)
    {
        var jobs = new List<WorkflowJob>();
        foreach (var job in list.Items)
        {
            if (job.Kind != DataKind.Map)
            {
                draft.Fault(DiagnosticCodes.InvalidValue, "A job must be an object.", "Give its 'id' and its 'runsOn'.", job.Place);
                continue;
            }

            if (job.Find("id") is not { IsText: true, Text.Length: > 0 } id)
            {
                draft.Fault(DiagnosticCodes.MissingProperty, "A job has no 'id'.", "Give every job an id of its own.", job.Place);
                continue;
            }

            jobs.Add(new WorkflowJob(id.Text, job.Place)
            {
                Name = job.Find("name"),
                Needs = job.Find("needs"),
                RunsOn = job.Find("runner") ?? job.Find("runsOn"),
                Uses = job.Find("uses"),
                Timeout = job.Find("timeoutMinutes"),
                Condition = job.Find("condition"),
                Matrix = job.Find("matrix"),
            });
        }

        return jobs;
    }
}
