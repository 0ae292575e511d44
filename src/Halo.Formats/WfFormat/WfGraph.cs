namespace Halo.Formats;

/// <summary>Joins the halves of a workflow instance: tasks, what was recorded of them, and the machines.</summary>
internal static class WfGraph
{
    public static void AddTo(TaskFileDraft draft, WfInstance instance)
    {
        var records = RecordsById(draft, instance);
        var edges = new WfEdges(instance.Tasks, draft, instance.TrustsOneEnd);
        var speeds = new WfSpeeds(instance.Machines);
        var types = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var task in instance.Tasks)
        {
            var record = records.GetValueOrDefault(task.Id);
            var type = WfTaskType.Of(record?.Program, record?.Category ?? task.Name);
            if (known.Add(type)) types.Add(type);
            draft.AddTask(ToTask(task, type, record, edges, speeds), task.Place);
        }

        foreach (var machine in instance.Machines)
        {
            draft.AddAgent(new Agent(machine.Name) { Types = types, MaxConcurrentTasks = machine.Cores, Speed = speeds.Of(machine.Name) }, machine.Place);
        }
    }

    private static TaskNode ToTask(WfTask task, string type, WfRecord? record, WfEdges edges, WfSpeeds speeds)
    {
        var attributes = record?.Attributes ?? new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        attributes["name"] = task.Name;
        return new TaskNode(task.Id, type)
        {
            DependsOn = edges.DependenciesOf(task),
            Attributes = attributes,
            Estimate = record?.Runtime is { } seconds ? TaskEstimate.FromSeconds(seconds * speeds.Of(record.Machine)) : null,
        };
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
                    draft.Faults.WantsSuggestions ? Suggestion.For(record.Id, tasks, "Add it there or remove the record.") : "", record.Place);
            }
            else if (!records.TryAdd(record.Id, record))
            {
                draft.Fault(
                    DiagnosticCodes.DuplicateTask, $"Task '{record.Id}' is recorded twice.", "Keep one of the records.", record.Place);
            }
        }

        return records;
    }
}
