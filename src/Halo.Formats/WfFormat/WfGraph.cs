namespace Halo.Formats;

/// <summary>Joins the halves of a workflow instance: tasks, what was recorded of them, and the machines.</summary>
internal static class WfGraph
{
    public static void AddTo(TaskFileDraft draft, WfInstance instance)
    {
        var records = RecordsById(draft, instance);
        var edges = new WfEdges(instance.Tasks, draft);
        var types = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var task in instance.Tasks)
        {
            var record = records.GetValueOrDefault(task.Id);
            var type = WfTaskType.Of(record?.Program, task.Name);
            if (known.Add(type)) types.Add(type);
            draft.AddTask(ToTask(task, type, record, edges), task.Line);
        }

        foreach (var (agent, line) in instance.Machines) draft.AddAgent(agent with { Types = types }, line);
    }

    private static TaskNode ToTask(WfTask task, string type, WfRecord? record, WfEdges edges)
    {
        var attributes = record?.Attributes ?? new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        attributes["name"] = task.Name;
        return new TaskNode(task.Id, type) { DependsOn = edges.DependenciesOf(task), Attributes = attributes, Estimate = record?.Runtime is { } seconds ? TaskEstimate.Of(seconds) : null };
    }

    private static Dictionary<string, WfRecord> RecordsById(TaskFileDraft draft, WfInstance instance)
    {
        var tasks = instance.Tasks.Select(task => task.Id).ToHashSet(StringComparer.Ordinal);
        var records = new Dictionary<string, WfRecord>(StringComparer.Ordinal);
        foreach (var record in instance.Records)
        {
            if (!tasks.Contains(record.Id))
            {
                draft.Fault(DiagnosticCodes.UnknownTask, $"Task '{record.Id}' of the execution is not in the specification.",
                    draft.Faults.WantsSuggestions ? Suggestion.For(record.Id, tasks, "Add it there or remove the record.") : "", record.Line);
            }
            else if (!records.TryAdd(record.Id, record))
            {
                draft.Fault(DiagnosticCodes.DuplicateTask, $"Task '{record.Id}' is recorded twice.", "Keep one of the records.", record.Line);
            }
        }

        return records;
    }
}
