namespace Halo.Formats;

/// <summary>
/// Flexible job shops of the ScheduleOpt benchmarks in JSON:
/// <c>{"operations": [{"operation": 0, "option": 0, "machine": 0, "duration": 25}, ...], "precedences": [{"before": 0, "after": 1, "job": 0}, ...]}</c>.
/// Properties that say nothing to Halo are passed over. Machines are numbered from 0; there are as many as are used.
/// </summary>
internal sealed class PrecedenceJobShopFormat : ITaskFileFormat
{
    private static readonly string[] Properties = ["operations", "precedences"];
    private static readonly string[] OperationProperties = ["operation", "machine", "duration"];
    private static readonly string[] PrecedenceProperties = ["before", "after", "job"];

    public string Name => "flexible job shop (ScheduleOpt)";

    public string Mark => "a JSON object with lists of 'operations' and 'precedences'";

    public bool Recognizes(Glance glance) => glance.Has("operations", JsonShape.ArrayOfObjects) || glance.Has("precedences", JsonShape.ArrayOfObjects);

    public LoadResult<TaskFile> Read(ReadOnlySpan<byte> utf8, string? file, TaskFileLimits limits)
    {
        var shop = new JobShop(new TaskFileDraft(Name, file, limits));
        var operations = new PrecedenceJobShop(shop);
        JsonFile.ReadDocument(utf8, file, shop.Draft.Faults, limits.Input, (ref JsonCursor json) => ReadShop(ref json, shop, operations));
        operations.AddToShop();
        return shop.Finish();
    }

    private static void ReadShop(ref JsonCursor json, JobShop shop, PrecedenceJobShop operations)
    {
        if (!json.TryEnterObject("a flexible job shop")) return;
        var seen = 0UL;
        while (json.NextProperty(Properties, ref seen, out var property, unknownIsFault: false))
        {
            if (!json.TryEnterArray($"'{property}'")) continue;
            while (json.NextElement())
            {
                if (!shop.Draft.HasRoom(operations.Count, property, json.Here)) json.Skip();
                else if (property == "operations") ReadOperation(ref json, operations);
                else ReadPrecedence(ref json, operations);
            }

            json.SetOwner("", null);
        }

        if ((seen & 1) == 0) json.Fault(DiagnosticCodes.MissingProperty, "the file has no 'operations'.", "Give a list of operations.");
    }

    private static void ReadOperation(ref JsonCursor json, PrecedenceJobShop operations)
    {
        json.SetOwner("An operation", null);
        var location = json.Here;
        if (!json.TryEnterObject("it")) return;
        var seen = 0UL;
        int? operation = null, machine = null;
        double? duration = null;
        while (json.NextProperty(OperationProperties, ref seen, out var property, unknownIsFault: false))
        {
            if (property == "operation") operation = json.ReadInteger("'operation'");
            else if (property == "machine") machine = json.ReadInteger("'machine'");
            else duration = json.ReadNumber("'duration'");
        }

        RequireAll(ref json, OperationProperties, 3, seen, location);
        if (operation < 0) json.Fault(DiagnosticCodes.InvalidValue, "'operation' is negative.", "Count from 0.", location);
        else if (duration < 0) json.Fault(DiagnosticCodes.InvalidValue, "'duration' is negative.", "Give a time, zero or more.", location);
        else if (operation is { } number && machine is { } on && duration is { } time) operations.AddAlternative(number, new Alternative(on, time, location));
    }

    private static void ReadPrecedence(ref JsonCursor json, PrecedenceJobShop operations)
    {
        json.SetOwner("A precedence", null);
        var location = json.Here;
        if (!json.TryEnterObject("it")) return;
        var seen = 0UL;
        int? before = null, after = null, job = null;
        while (json.NextProperty(PrecedenceProperties, ref seen, out var property, unknownIsFault: false))
        {
            var number = json.ReadInteger($"'{property}'");
            if (property == "before") before = number;
            else if (property == "after") after = number;
            else job = number;
        }

        RequireAll(ref json, PrecedenceProperties, 2, seen, location);
        if (before is { } first && after is { } second) operations.AddPrecedence(first, second, job, location);
    }

    private static void RequireAll(ref JsonCursor json, string[] properties, int count, ulong seen, SourceLocation location)
    {
        for (var i = 0; i < count; i++)
        {
            if ((seen & (1UL << i)) == 0) json.Fault(DiagnosticCodes.MissingProperty, $"it has no '{properties[i]}'.", "", location);
        }
    }
}
