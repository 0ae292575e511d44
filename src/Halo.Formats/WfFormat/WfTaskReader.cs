namespace Halo.Formats;

/// <summary>Reads the two halves of a task: what it is, and what was recorded of it.</summary>
internal static class WfTaskReader
{
    private static readonly string[] TaskProperties = ["id", "name", "parents", "children"];

    // The figures of a record that rules can use, under the names that they get as attributes.
    private static readonly string[] RecordProperties =
        ["id", "runtimeInSeconds", "command", "machines", "coreCount", "memoryInBytes", "avgCPU", "readBytes", "writtenBytes", "energyInKWh", "avgPowerInW", "priority"];

    private static readonly string[] CommandProperties = ["program"];

    public static WfTask? ReadTask(ref JsonCursor json)
    {
        var location = json.Here;
        if (!TryEnter(ref json)) return null;
        var seen = 0UL;
        string? id = null, name = null;
        IReadOnlyList<WfReference>? parents = null, children = null;
        while (json.NextProperty(TaskProperties, ref seen, out var property, unknownIsFault: false))
        {
            switch (property)
            {
                case "id": id = json.ReadString("'id'"); break;
                case "name": name = json.ReadString("'name'"); break;
                case "parents": parents = ReadReferences(ref json, "'parents'"); break;
                default: children = ReadReferences(ref json, "'children'"); break;
            }
        }

        return HasId(ref json, id, seen, location) ? new WfTask(id!, string.IsNullOrEmpty(name) ? id! : name, parents, children, location.Line) : null;
    }

    public static WfRecord? ReadRecord(ref JsonCursor json)
    {
        var location = json.Here;
        if (!TryEnter(ref json)) return null;
        var seen = 0UL;
        string? id = null, program = null, machine = null;
        double? runtime = null;
        var attributes = new Dictionary<string, AttributeValue>(StringComparer.Ordinal);
        while (json.NextProperty(RecordProperties, ref seen, out var property, unknownIsFault: false))
        {
            switch (property)
            {
                case "id": id = json.ReadString("'id'"); break;
                case "runtimeInSeconds": runtime = ReadRuntime(ref json, property); break;
                case "command": program = ReadProgram(ref json); break;
                case "machines":
                    if (json.ReadStrings("'machines'") is not { Count: > 0 } machines) break;
                    machine = machines[0];
                    attributes.Add("machines", string.Join(',', machines));
                    break;
                default:
                    if (json.ReadNumber($"'{property}'") is { } number) attributes.Add(property == "coreCount" ? "cores" : property, number);
                    break;
            }
        }

        if ((seen & 2) == 0) json.Fault(DiagnosticCodes.MissingProperty, "'runtimeInSeconds' is missing.", "Give the seconds that the task took.", location);
        return HasId(ref json, id, seen, location) ? new WfRecord(id!, runtime, program, attributes, location.Line) { Machine = machine } : null;
    }

    private static bool TryEnter(ref JsonCursor json)
    {
        json.SetOwner("A task", null);
        if (!json.TryEnterObject("it")) return false;
        if (json.PeekString("id"u8) is { } known) json.SetOwner("Task", known);
        return true;
    }

    private static bool HasId(ref JsonCursor json, string? id, ulong seen, SourceLocation location)
    {
        if (id is "" || (seen & 1) == 0) json.Fault(DiagnosticCodes.MissingProperty, "'id' is missing or empty.", "Give every task an id of its own.", location);
        return !string.IsNullOrEmpty(id);
    }

    /// <summary>Reads a list of tasks. The schema allows an empty name in it, which names no task.</summary>
    public static List<WfReference>? ReadReferences(ref JsonCursor json, string what)
    {
        if (!json.TryEnterArray(what)) return null;
        var references = new List<WfReference>();
        while (json.NextElement())
        {
            var line = json.Here.Line;
            if (json.ReadString($"an element of {what}") is { Length: > 0 } id) references.Add(new WfReference(id, line));
        }

        return references;
    }

    public static double? ReadRuntime(ref JsonCursor json, string property)
    {
        var location = json.Here;
        if (json.ReadNumber($"'{property}'") is not { } seconds) return null;
        if (seconds >= 0) return seconds;
        json.Fault(DiagnosticCodes.InvalidValue, $"'{property}' is negative.", "Give seconds, zero or more.", location);
        return null;
    }

    public static string? ReadProgram(ref JsonCursor json)
    {
        if (!json.TryEnterObject("'command'")) return null;
        var seen = 0UL;
        string? program = null;
        while (json.NextProperty(CommandProperties, ref seen, out _, unknownIsFault: false)) program = json.ReadString("'program'");
        return program;
    }
}
