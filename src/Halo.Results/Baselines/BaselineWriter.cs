using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Halo.Results;

/// <summary>
/// Writes baseline files for people who review them: tests and machines in ordinal order, a line for each run, so that a
/// new run is one new line.
/// </summary>
internal static class BaselineWriter
{
    public static void Write(PerfBaseline baseline, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, JsonText.Options);
        json.WriteStartObject();
        if (baseline.Schema is { } schema) json.WriteString("$schema", schema);
        json.WriteStartObject("tests");
        foreach (var (name, test) in Sorted(baseline.Tests)) WriteTest(json, name, test);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        stream.Write("\n"u8);
    }

    private static void WriteTest(Utf8JsonWriter json, string name, BaselineTest test)
    {
        json.WriteStartObject(name);
        json.WriteString("kind", test.Kind.ToString());
        if (test.Budget is { } budget) json.WriteNumber("budget", budget);
        if (test.MaxBytes is { } bytes) json.WriteNumber("maxBytes", bytes);
        if (test.Accepted is { } accepted) json.WriteString("accepted", accepted.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        if (test.Reason is { } reason) json.WriteString("reason", reason);
        json.WriteStartObject("machines");
        foreach (var (machine, history) in Sorted(test.Machines))
        {
            json.WriteStartObject(machine);
            if (history.MedianMs is { } median) json.WriteNumber("medianMs", median);
            json.WritePropertyName("runs");
            json.WriteRawValue(LinesOf(history.Runs));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Raw, because the writer would put every figure on a line of its own.
    private static string LinesOf(IReadOnlyList<BaselineRun> runs)
    {
        const string Indent = "\n            ";
        return runs.Count == 0 ? "[]" : $"[{Indent}{string.Join("," + Indent, runs.Select(LineOf))}\n          ]";
    }

    private static string LineOf(BaselineRun run)
    {
        var line = new StringBuilder("{ \"run\": \"").Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(run.Run));
        line.Append(CultureInfo.InvariantCulture, $"\", \"attempts\": {run.Attempts}{(run.Unproven ? ", \"unproven\": true" : "")}, \"slowdown\": {run.Slowdown:R}, \"netMs\": [");
        line.AppendJoin(", ", run.NetMs.Select(net => net.ToString("R", CultureInfo.InvariantCulture)));
        return line.Append("] }").ToString();
    }

    private static IOrderedEnumerable<KeyValuePair<string, T>> Sorted<T>(IReadOnlyDictionary<string, T> items) => items.OrderBy(item => item.Key, StringComparer.Ordinal);
}
