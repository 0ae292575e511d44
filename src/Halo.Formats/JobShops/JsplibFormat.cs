namespace Halo.Formats;

/// <summary>
/// Job shops of JSPLib in JSON: <c>{"machines": 6, "jobs": 6, "data": [{"job": 0, "operation": 0, "machine": 2, "duration": 1}, ...]}</c>.
/// Properties that say nothing to Halo are passed over.
/// </summary>
internal sealed class JsplibFormat : ITaskFileFormat
{
    private static readonly string[] Properties = ["machines", "jobs", "data"];
    private static readonly string[] OperationProperties = ["job", "operation", "machine", "duration"];

    public string Name => "job shop (JSPLib)";

    public string Mark => "a JSON object with numbers of 'machines' and 'jobs'";

    public bool Recognizes(Glance glance) =>
        glance.Has("machines", JsonShape.Number) && (glance.Has("jobs", JsonShape.Number) || glance.Has("data", JsonShape.ArrayOfObjects));

    public LoadResult<TaskFile> Read(ReadOnlySpan<byte> utf8, string? file, TaskFileLimits limits)
    {
        var shop = new JobShop(new TaskFileDraft(Name, file, limits));
        var jobs = new JobChains(shop);
        JsonFile.ReadDocument(utf8, file, shop.Draft.Faults, limits.Input, (ref JsonCursor json) => ReadShop(ref json, shop, jobs));
        jobs.AddToShop();
        return shop.Finish();
    }

    private static void ReadShop(ref JsonCursor json, JobShop shop, JobChains jobs)
    {
        if (!json.TryEnterObject("a job shop")) return;
        var seen = 0UL;
        while (json.NextProperty(Properties, ref seen, out var property, unknownIsFault: false))
        {
            TextPlace place = json.Here;
            if (property == "data") ReadData(ref json, shop, jobs);
            else if (json.ReadInteger($"'{property}'") is not { } number) continue;
            else if (property == "machines") shop.SetMachines(number, place);
            else jobs.Expect(number, place);
        }

        if ((seen & 1) == 0) json.Fault(DiagnosticCodes.MissingProperty, "the file has no 'machines'.", "Give the number of machines.");
        if ((seen & 4) == 0) json.Fault(DiagnosticCodes.MissingProperty, "the file has no 'data'.", "Give a list of operations.");
    }

    private static void ReadData(ref JsonCursor json, JobShop shop, JobChains jobs)
    {
        if (!json.TryEnterArray("'data'")) return;
        while (json.NextElement())
        {
            if (shop.Draft.HasRoom(jobs.Count, "operations", json.Here)) ReadOperation(ref json, jobs);
            else json.Skip();
        }

        json.SetOwner("", null);
    }

    private static void ReadOperation(ref JsonCursor json, JobChains jobs)
    {
        json.SetOwner("An operation", null);
        var location = json.Here;
        if (!json.TryEnterObject("it")) return;
        var seen = 0UL;
        Span<int?> numbers = [null, null, null];
        double? duration = null;
        while (json.NextProperty(OperationProperties, ref seen, out var property, unknownIsFault: false))
        {
            var at = Array.IndexOf(OperationProperties, property);
            if (at < numbers.Length) numbers[at] = json.ReadInteger($"'{property}'");
            else duration = json.ReadNumber("'duration'");
        }

        for (var i = 0; i < OperationProperties.Length; i++)
        {
            if ((seen & (1UL << i)) == 0) json.Fault(
                DiagnosticCodes.MissingProperty, $"it has no '{OperationProperties[i]}'.", "", location);
        }

        if (numbers[0] < 0 || numbers[1] < 0) json.Fault(
            DiagnosticCodes.InvalidValue, "'job' or 'operation' is negative.", "Count from 0.", location);
        else if (duration < 0) json.Fault(DiagnosticCodes.InvalidValue, "'duration' is negative.", "Give a time, zero or more.", location);
        else if (numbers is [{ } job, { } number, { } machine] && duration is { } time) jobs.Add(job, number, new Alternative(machine, time, location));
    }
}
