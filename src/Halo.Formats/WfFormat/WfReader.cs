namespace Halo.Formats;

/// <summary>Reads the JSON of a workflow instance, except for its tasks.</summary>
internal static class WfReader
{
    private static readonly string[] Versions = ["1.3", "1.4", "1.5", "1.6"];

    private static readonly string[] TopProperties = ["workflow", "schemaVersion", "wms", "runtimeSystem"];
    private static readonly string[] SystemProperties = ["name"];
    private static readonly string[] WorkflowProperties = ["specification", "execution", "tasks", "machines"];
    private static readonly string[] SpecificationProperties = ["tasks"];
    private static readonly string[] ExecutionProperties = ["tasks", "machines"];

    public static void Read(ref JsonCursor json, WfInstance instance, TaskFileDraft draft)
    {
        if (!json.TryEnterObject("a workflow instance")) return;
        var seen = 0UL;
        while (json.NextProperty(TopProperties, ref seen, out var property, unknownIsFault: false))
        {
            if (property == "workflow") ReadWorkflow(ref json, instance, draft);
            else if (property == "schemaVersion") ReadVersion(ref json, instance);
            else ReadSystem(ref json, instance, property);
        }

        if ((seen & 1) == 0) json.Fault(DiagnosticCodes.MissingProperty, "the file has no 'workflow'.", "Give it with its 'specification'.");
    }

    private static void ReadVersion(ref JsonCursor json, WfInstance instance)
    {
        if (json.ReadString("'schemaVersion'") is not { } version) return;
        if (Array.IndexOf(Versions, version) >= 0) instance.Version = version;
        else json.Fault(DiagnosticCodes.InvalidValue, $"'schemaVersion' is '{version}'.", $"Convert the file to one of {string.Join(", ", Versions)}.");
    }

    private static void ReadSystem(ref JsonCursor json, WfInstance instance, string property)
    {
        if (!json.TryEnterObject($"'{property}'")) return;
        var seen = 0UL;
        while (json.NextProperty(SystemProperties, ref seen, out _, unknownIsFault: false)) instance.RuntimeSystem = json.ReadString("'name'");
    }

    private static void ReadWorkflow(ref JsonCursor json, WfInstance instance, TaskFileDraft draft)
    {
        if (!json.TryEnterObject("'workflow'")) return;
        var seen = 0UL;
        while (json.NextProperty(WorkflowProperties, ref seen, out var property, unknownIsFault: false))
        {
            if (property == "specification") ReadSpecification(ref json, instance, draft);
            else if (property == "execution") ReadExecution(ref json, instance, draft);
            else ReadWhole(ref json, property, instance, draft);
        }

        if ((seen & 5) == 0) json.Fault(DiagnosticCodes.MissingProperty, "'workflow' has no 'specification'.", "Give it with its 'tasks'.");
    }

    private static void ReadSpecification(ref JsonCursor json, WfInstance instance, TaskFileDraft draft)
    {
        if (!json.TryEnterObject("'specification'")) return;
        var seen = 0UL;
        while (json.NextProperty(SpecificationProperties, ref seen, out _, unknownIsFault: false))
        {
            if (!json.TryEnterArray("'tasks' of the specification")) continue;
            while (json.NextElement())
            {
                if (!draft.HasRoom(instance.Tasks.Count, "tasks", json.Here.Line)) json.Skip();
                else if (WfTaskReader.ReadTask(ref json) is { } task) instance.Tasks.Add(task);
            }

            json.SetOwner("", null);
        }

        if (seen == 0) json.Fault(DiagnosticCodes.MissingProperty, "'specification' has no 'tasks'.", "Give a list of tasks.");
    }

    private static void ReadExecution(ref JsonCursor json, WfInstance instance, TaskFileDraft draft)
    {
        if (!json.TryEnterObject("'execution'")) return;
        var seen = 0UL;
        while (json.NextProperty(ExecutionProperties, ref seen, out var property, unknownIsFault: false))
        {
            if (!json.TryEnterArray($"'{property}' of the execution")) continue;
            while (json.NextElement())
            {
                if (!draft.HasRoom(property == "tasks" ? instance.Records.Count : instance.Machines.Count, property, json.Here.Line)) json.Skip();
                else if (property == "machines") AddMachine(ref json, instance);
                else if (WfTaskReader.ReadRecord(ref json) is { } record) instance.Records.Add(record);
            }

            json.SetOwner("", null);
        }
    }

    // Up to version 1.4.
    private static void ReadWhole(ref JsonCursor json, string property, WfInstance instance, TaskFileDraft draft)
    {
        if (!json.TryEnterArray($"'{property}' of the workflow")) return;
        while (json.NextElement())
        {
            if (!draft.HasRoom(property == "tasks" ? instance.Wholes.Count : instance.Machines.Count, property, json.Here.Line)) json.Skip();
            else if (property == "machines") AddMachine(ref json, instance);
            else if (WfWholeTaskReader.Read(ref json) is { } task) instance.Wholes.Add(task);
        }

        json.SetOwner("", null);
    }

    private static void AddMachine(ref JsonCursor json, WfInstance instance)
    {
        if (WfMachineReader.Read(ref json) is { } machine) instance.Machines.Add(machine);
    }
}
