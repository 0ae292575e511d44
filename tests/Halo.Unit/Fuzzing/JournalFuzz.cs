using System.Text;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Fuzzing;

/// <summary>Journals with damaged bytes, and journals whose records are damaged but whose checksums are right.</summary>
internal static partial class JournalFuzz
{
    private const string Lines = """
        {"task":"a","succeeded":true,"agent":"a","attempts":1,"result":"text"}
        {"task":"b","succeeded":false,"agent":"a","attempts":3,"failure":"it went wrong"}
        {"task":"c","succeeded":true,"agent":"a","attempts":2}
        """;

    private static readonly RoutingPlan Tasks = Plan(Task("a"), Task("b"), Task("c", "a"));

    public static FuzzTarget Bytes { get; } = new("journal", Sealed(Encoding.UTF8.GetBytes(Lines)), IsRead);

    public static FuzzTarget Records { get; } = new("journal records", Encoding.UTF8.GetBytes(Lines), lines => IsRead(Sealed(lines)));

    private static bool IsRead(byte[] journal)
    {
        try
        {
            Reading(new RunTable(Tasks)).Read(new MemoryStream(journal));
            return true;
        }
        catch (HaloValidationException)
        {
            return false;
        }
    }

    private static byte[] Sealed(byte[] lines)
    {
        var journal = new List<byte>(Reading(new RunTable(Tasks)).Header);
        foreach (var line in Encoding.Latin1.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            journal.AddRange(JournalLines.Write(json => json.WriteRawValue(Encoding.Latin1.GetBytes(line), skipInputValidation: true)));
        }

        return [.. journal];
    }

    private static JournalReading Reading(RunTable table) => new("f", RunOptions.Default, table, new ResultTypes(new Dictionary<string, JsonTypeInfo> { ["a"] = JournalFuzzJson.Default.String }, new Dictionary<string, Type>()));

    [JsonSerializable(typeof(string))]
    private sealed partial class JournalFuzzJson : JsonSerializerContext;
}
