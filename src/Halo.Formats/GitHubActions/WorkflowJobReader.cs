using System.Globalization;

namespace Halo.Formats;

/// <summary>Turns the jobs of a workflow into tasks, whichever file they stand in.</summary>
internal static class WorkflowJobReader
{
    private const string TaskType = "job";

    public static void AddTo(TaskFileDraft draft, IReadOnlyList<WorkflowJob> jobs)
    {
        var ids = new Dictionary<string, WorkflowJob>(StringComparer.OrdinalIgnoreCase);
        foreach (var job in jobs)
        {
            // Equal ids are found with the graph; only here those are found that differ in case.
            if (ids.TryAdd(job.Id, job) || string.Equals(ids[job.Id].Id, job.Id, StringComparison.Ordinal)) continue;
            draft.Fault(DiagnosticCodes.DuplicateTask, string.Create(CultureInfo.InvariantCulture, $"Job '{job.Id}': the job '{ids[job.Id].Id}' on line {ids[job.Id].Line} has the same id; ids ignore case."),
                "Give every job an id of its own.", job.Line);
        }

        foreach (var job in jobs)
        {
            if (job is { RunsOn: null, Uses: null, IsMalformed: false })
            {
                draft.Fault(DiagnosticCodes.MissingProperty, $"Job '{job.Id}' says neither where it runs nor which workflow it uses.", "Give 'runs-on' or 'uses'.", job.Line);
            }

            draft.AddTask(new TaskNode(job.Id, TaskType) { DependsOn = NeedsOf(job, ids, draft), Attributes = AttributesOf(job, draft) }, job.Line);
        }
    }

    private static List<string> NeedsOf(WorkflowJob job, Dictionary<string, WorkflowJob> ids, TaskFileDraft draft)
    {
        var needs = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var need in OneOrMany(job.Needs))
        {
            if (!need.IsText) Fault(draft, job, "'needs' must be the id of a job, or a list of ids", need.Line);
            else if (ids.TryGetValue(need.Text, out var needed))
            {
                if (known.Add(needed.Id)) needs.Add(needed.Id);
            }
            else
            {
                draft.Fault(DiagnosticCodes.UnknownDependency, $"Job '{job.Id}' needs '{need.Text}', which is not a job of the workflow.",
                    draft.Faults.WantsSuggestions ? Suggestion.For(need.Text, ids.Keys, "Add the job or remove the need.") : "", need.Line);
            }
        }

        return needs;
    }

    private static Dictionary<string, AttributeValue> AttributesOf(WorkflowJob job, TaskFileDraft draft)
    {
        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        AddText(attributes, "name", job.Name, job, draft);
        AddText(attributes, "condition", job.Condition, job, draft);
        AddText(attributes, "uses", job.Uses, job, draft);
        if (job.Timeout is { } timeout) AddTimeout(attributes, timeout, job, draft);
        if (job.RunsOn is { } runsOn) AddRunner(attributes, runsOn, job, draft);
        if (job.Matrix is not { } matrix) return attributes;

        var faults = new List<MatrixFault>();
        if (MatrixSize.Of(matrix, faults) is { } size) attributes.Add("matrix", size);
        foreach (var (message, help, line) in faults) Fault(draft, job, message, line, help);
        return attributes;
    }

    private static void AddText(Dictionary<string, AttributeValue> attributes, string name, DataNode? node, WorkflowJob job, TaskFileDraft draft)
    {
        if (node is null) return;
        if (node.IsText) attributes.Add(name, node.Text);
        else Fault(draft, job, $"its {name} must be a text", node.Line);
    }

    private static void AddTimeout(Dictionary<string, AttributeValue> attributes, DataNode timeout, WorkflowJob job, TaskFileDraft draft)
    {
        if ((timeout.Value.TryGetNumber(out var minutes) && minutes >= 0) || Expression.IsIn(timeout.Text)) attributes.Add("timeoutMinutes", timeout.Value);
        else Fault(draft, job, "its timeout must be a number of minutes or an expression", timeout.Line);
    }

    private static void AddRunner(Dictionary<string, AttributeValue> attributes, DataNode runsOn, WorkflowJob job, TaskFileDraft draft)
    {
        var labels = runsOn;
        if (runsOn.Kind == DataKind.Map)
        {
            AddText(attributes, "runnerGroup", runsOn.Find("group"), job, draft);
            labels = runsOn.Find("labels");
            if (labels is null && attributes.ContainsKey("runnerGroup")) return;
        }

        var texts = OneOrMany(labels);
        if (texts.Count == 0 || texts.Exists(text => !text.IsText)) Fault(draft, job, "where it runs must be a label, a list of labels, or a group with labels", runsOn.Line);
        else RunnerLabel.AddTo(attributes, [.. texts.Select(text => text.Text)]);
    }

    private static List<DataNode> OneOrMany(DataNode? node) => node is null ? [] : node.Kind == DataKind.List ? node.Items : [node];

    private static void Fault(TaskFileDraft draft, WorkflowJob job, string message, int line, string help = "") =>
        draft.Fault(DiagnosticCodes.InvalidValue, $"Job '{job.Id}': {message}.", help, line);
}
