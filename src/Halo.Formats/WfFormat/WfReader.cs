namespace Halo.Formats;

/// <summary>Reads the JSON of a workflow instance, except for its tasks.</summary>
internal static class WfReader
{
    private const string Version = "1.5";

    private static readonly string[] TopProperties = ["workflow", "schemaVersion"];
    private static readonly string[] WorkflowProperties = ["specification", "execution"];
    private static readonly string[] SpecificationProperties = ["tasks"];
    private static readonly string[] ExecutionProperties = ["tasks", "machines"];
    private static readonly string[] MachineProperties = ["nodeName", "cpu"];
    private static readonly string[] CpuProperties = ["coreCount"];

    public static void Read(ref JsonCursor json, WfInstance instance, TaskFileDraft draft)
    {
        if (!json.TryEnterObject("a workflow instance")) return;
        var seen = 0UL;
        while (json.NextProperty(TopProperties, ref seen, out var property, unknownIsFault: false))
        {
            if (property == "workflow") ReadWorkflow(ref json, instance, draft);
            else if (json.ReadString("'schemaVersion'") is { } version && version != Version) json.Fault(DiagnosticCodes.InvalidValue, $"'schemaVersion' is '{version}'.", $"Convert the file to {Version}.");
        }

        if ((seen & 1) == 0) json.Fault(DiagnosticCodes.MissingProperty, "the file has no 'workflow'.", "Give it with its 'specification'.");
    }

    private static void ReadWorkflow(ref JsonCursor json, WfInstance instance, TaskFileDraft draft)
    {
        if (!json.TryEnterObject("'workflow'")) return;
        var seen = 0UL;
        while (json.NextProperty(WorkflowProperties, ref seen, out var property, unknownIsFault: false))
        {
            if (property == "specification") ReadSpecification(ref json, instance, draft);
            else ReadExecution(ref json, instance, draft);
        }

        if ((seen & 1) == 0) json.Fault(DiagnosticCodes.MissingProperty, "'workflow' has no 'specification'.", "Give it with its 'tasks'.");
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
                else if (property == "machines") ReadMachine(ref json, instance);
                else if (WfTaskReader.ReadRecord(ref json) is { } record) instance.Records.Add(record);
            }

            json.SetOwner("", null);
        }
    }

    private static void ReadMachine(ref JsonCursor json, WfInstance instance)
    {
        json.SetOwner("A machine", null);
        var location = json.Here;
        if (!json.TryEnterObject("it")) return;
        if (json.PeekString("nodeName"u8) is { } known) json.SetOwner("Machine", known);
        var seen = 0UL;
        string? name = null;
        var cores = 1;
        while (json.NextProperty(MachineProperties, ref seen, out var property, unknownIsFault: false))
        {
            if (property == "nodeName") name = json.ReadString("'nodeName'");
            else cores = ReadCores(ref json) ?? 1;
        }

        if (name is "" || (seen & 1) == 0) json.Fault(DiagnosticCodes.MissingProperty, "'nodeName' is missing or empty.", "Give every machine a name of its own.", location);
        if (!string.IsNullOrEmpty(name)) instance.Machines.Add((new Agent(name) { MaxConcurrentTasks = cores }, location.Line));
    }

    private static int? ReadCores(ref JsonCursor json)
    {
        if (!json.TryEnterObject("'cpu'")) return null;
        var seen = 0UL;
        int? cores = null;
        while (json.NextProperty(CpuProperties, ref seen, out _, unknownIsFault: false))
        {
            var location = json.Here;
            cores = json.ReadInteger("'coreCount'");
            if (cores >= 1 || cores is null) continue;
            json.Fault(DiagnosticCodes.InvalidValue, "'coreCount' is less than 1.", "Give the number of cores.", location);
            cores = null;
        }

        return cores;
    }
}
