namespace Halo.Formats;

/// <summary>Reads a task of WfFormat 1.3 or 1.4: what it is and what was recorded of it, in one object.</summary>
internal static class WfWholeTaskReader
{
    private static readonly string[] Properties =
    [
        "name", "id", "category", "parents", "children", "runtimeInSeconds", "runtime", "command", "machine", "machines",
        "cores", "memoryInBytes", "avgCPU", "readBytes", "writtenBytes", "energy", "avgPower", "priority", "memory", "bytesRead", "bytesWritten",
    ];

    public static WfWholeTask? Read(ref JsonCursor json)
    {
        json.SetOwner("A task", null);
        var location = json.Here;
        if (!json.TryEnterObject("it")) return null;
        if (json.PeekString("name"u8) is { } known) json.SetOwner("Task", known);
        var seen = 0UL;
        string? name = null, id = null, category = null, program = null, machine = null;
        double? runtime = null;
        IReadOnlyList<WfReference>? parents = null, children = null;
        var figures = new Figures();
        while (json.NextProperty(Properties, ref seen, out var property, unknownIsFault: false))
        {
            switch (property)
            {
                case "name": name = json.ReadString("'name'"); break;
                case "id": id = json.ReadString("'id'"); break;
                case "category": category = json.ReadString("'category'"); break;
                case "parents": parents = WfTaskReader.ReadReferences(ref json, "'parents'"); break;
                case "children": children = WfTaskReader.ReadReferences(ref json, "'children'"); break;
                case "runtimeInSeconds" or "runtime": runtime = WfTaskReader.ReadRuntime(ref json, property) ?? runtime; break;
                case "command": program = WfTaskReader.ReadProgram(ref json); break;
                case "machine": machine = json.ReadString("'machine'"); break;
                case "machines": machine = json.ReadStrings("'machines'") is [var first, ..] ? first : machine; break;
                default: figures.Read(ref json, property); break;
            }
        }

        if (string.IsNullOrEmpty(name))
        {
            if (name is "" || (seen & 1) == 0) json.Fault(DiagnosticCodes.MissingProperty, "'name' is missing or empty.", "Give every task a name.", location);
            return null;
        }

        if (!string.IsNullOrEmpty(machine)) figures.Attributes["machines"] = machine;
        var record = new WfRecord(name, runtime, program, figures.Attributes, location.Line) { Category = category, Machine = machine };
        return new WfWholeTask(new WfTask(name, name, parents, children, location.Line), string.IsNullOrEmpty(id) ? null : id, record, figures.InKilobytes);
    }

    private sealed class Figures
    {
        public Dictionary<string, AttributeValue> Attributes { get; } = new(StringComparer.Ordinal);

        public List<string> InKilobytes { get; } = [];

        // Under the names of later versions; where a file has a figure under both names, the later name counts.
        public void Read(ref JsonCursor json, string property)
        {
            if (json.ReadNumber($"'{property}'") is not { } number) return;
            var (name, isOld) = property switch
            {
                "energy" => ("energyInKWh", false),
                "avgPower" => ("avgPowerInW", false),
                "memory" => ("memoryInBytes", true),
                "bytesRead" => ("readBytes", true),
                "bytesWritten" => ("writtenBytes", true),
                _ => (property, false),
            };
            if (!isOld)
            {
                Attributes[name] = number;
                InKilobytes.Remove(name);
            }
            else if (Attributes.TryAdd(name, number))
            {
                InKilobytes.Add(name);
            }
        }
    }
}
