using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Halo.Unit.Formats;

/// <summary>Rewrites a flexible job shop in the other forms that are published.</summary>
internal static class JobShopRewrite
{
    public static string ToText(string path, int firstMachine)
    {
        var (machines, jobs) = Read(path);
        return $"{jobs.Count} {machines}\n" + string.Concat(jobs.Select(job => $"{job.Count} {string.Join("  ", job.Select(choices => OptionsOf(choices, firstMachine)))}\n"));
    }

    public static string ToPrecedenceText(string path)
    {
        var (machines, jobs) = Read(path);
        var precedences = PrecedencesOf(jobs);
        return $"{jobs.Sum(job => job.Count)} {precedences.Count} {machines}\n"
            + string.Concat(precedences.Select(pair => $"{pair.Before} {pair.Before + 1} {pair.Job}\n"))
            + string.Concat(jobs.SelectMany(job => job).Select(choices => $"{OptionsOf(choices, 0)}\n"));
    }

    public static string ToPrecedenceJson(string path)
    {
        var (_, jobs) = Read(path);
        var operations = jobs.SelectMany(job => job).SelectMany((choices, operation) => choices.Select((choice, option) =>
            (JsonNode)new JsonObject { ["operation"] = operation, ["option"] = option, ["machine"] = choice.Machine, ["duration"] = choice.Time }));
        var precedences = PrecedencesOf(jobs).Select(pair => (JsonNode)new JsonObject { ["before"] = pair.Before, ["after"] = pair.Before + 1, ["job"] = pair.Job });
        return new JsonObject { ["format"] = "fajsp", ["operations"] = new JsonArray([.. operations]), ["precedences"] = new JsonArray([.. precedences]) }.ToJsonString();
    }

    private static string OptionsOf(List<(int Machine, double Time)> choices, int firstMachine) =>
        $"{choices.Count} {string.Join(' ', choices.Select(choice => string.Create(CultureInfo.InvariantCulture, $"{choice.Machine + firstMachine} {choice.Time}")))}";

    private static List<(int Before, int Job)> PrecedencesOf(List<List<List<(int, double)>>> jobs)
    {
        var precedences = new List<(int, int)>();
        var first = 0;
        for (var job = 0; job < jobs.Count; first += jobs[job++].Count)
        {
            for (var i = 0; i + 1 < jobs[job].Count; i++) precedences.Add((first + i, job));
        }

        return precedences;
    }

    private static (int Machines, List<List<List<(int Machine, double Time)>>> Jobs) Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var jobs = document.RootElement.GetProperty("jobs").EnumerateArray().Select(job => job.EnumerateArray().Select(operation => operation.EnumerateArray()
            .Select(choice => (choice.GetProperty("machine").GetInt32(), choice.GetProperty("processing").GetDouble())).ToList()).ToList()).ToList();
        return (document.RootElement.GetProperty("machines").GetInt32(), jobs);
    }
}
