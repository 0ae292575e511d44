using System.Text.Json.Nodes;
using Halo.Formats;

namespace Halo.Unit.Formats;

/// <summary>Rewrites a workflow instance of WfFormat 1.5 as an older version has it.</summary>
internal static class WfDowngrade
{
    private static readonly (string New, string Old, double Scale)[] Version14 =
        [("coreCount", "cores", 1), ("avgCPU", "avgCPU", 1), ("memoryInBytes", "memoryInBytes", 1), ("readBytes", "readBytes", 1), ("writtenBytes", "writtenBytes", 1), ("priority", "priority", 1)];

    private static readonly (string New, string Old, double Scale)[] Version13 =
        [("coreCount", "cores", 1), ("avgCPU", "avgCPU", 1), ("memoryInBytes", "memory", 1_000), ("readBytes", "bytesRead", 1_000), ("writtenBytes", "bytesWritten", 1_000), ("priority", "priority", 1)];

    public static string Of(string path, string version)
    {
        var workflow = JsonNode.Parse(File.ReadAllText(path))!["workflow"]!;
        var (specification, execution) = (workflow["specification"]!, workflow["execution"]!);
        var records = execution["tasks"]!.AsArray().ToDictionary(record => record!["id"]!.GetValue<string>(), record => record!.AsObject());
        var tasks = specification["tasks"]!.AsArray().Select(task => Whole(task!.AsObject(), records[task["id"]!.GetValue<string>()], version));
        return new JsonObject
        {
            ["schemaVersion"] = version,
            ["wms"] = new JsonObject { ["name"] = "Makeflow" },
            ["workflow"] = new JsonObject { ["tasks"] = new JsonArray([.. tasks]), ["machines"] = new JsonArray([.. execution["machines"]!.AsArray().Select(Machine)]) },
        }.ToJsonString();
    }

    // Parents alone say what depends on what; the other lists are empty, as many old files have them.
    private static JsonObject Whole(JsonObject task, JsonObject record, string version)
    {
        var id = task["id"]!.GetValue<string>();
        var whole = new JsonObject
        {
            ["name"] = id,
            ["category"] = WfTaskType.Of(null, task["name"]!.GetValue<string>()),
            ["parents"] = task["parents"]!.DeepClone(),
            ["children"] = new JsonArray(),
            ["command"] = record["command"]?.DeepClone(),
            [version == "1.3" ? "runtime" : "runtimeInSeconds"] = record["runtimeInSeconds"]!.DeepClone(),
        };
        if (record["machines"] is JsonArray { Count: > 0 } machines) whole["machine"] = machines[0]!.DeepClone();
        foreach (var (name, old, scale) in version == "1.3" ? Version13 : Version14)
        {
            if (record[name] is { } figure) whole[old] = figure.GetValue<double>() / scale;
        }

        return whole;
    }

    private static JsonObject Machine(JsonNode? machine)
    {
        var cpu = machine!["cpu"]!;
        var old = new JsonObject { ["count"] = cpu["coreCount"]!.DeepClone() };
        if (cpu["speedInMHz"] is { } speed) old["speed"] = speed.DeepClone();
        return new JsonObject { ["nodeName"] = machine["nodeName"]!.DeepClone(), ["cpu"] = old };
    }
}
