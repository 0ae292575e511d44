using System.Globalization;

namespace Halo.Formats;

/// <summary>Reads the JSON of a flexible job shop.</summary>
internal static class JobShopReader
{
    private static readonly string[] ShopProperties = ["machines", "jobs"];
    private static readonly string[] AlternativeProperties = ["machine", "processing"];

    public static void Read(ref JsonCursor json, JobShop shop)
    {
        if (!json.TryEnterObject("a flexible job shop")) return;
        var seen = 0UL;
        while (json.NextProperty(ShopProperties, ref seen, out var property))
        {
            if (property == "jobs")
            {
                ReadJobs(ref json, shop);
                continue;
            }

            var line = json.Here.Line;
            if (json.ReadInteger("'machines'") is { } machines) shop.SetMachines(machines, line);
        }

        if ((seen & 1) == 0) json.Fault(DiagnosticCodes.MissingProperty, "the file has no 'machines'.", "Give the number of machines.");
        if ((seen & 2) == 0) json.Fault(DiagnosticCodes.MissingProperty, "the file has no 'jobs'.", "Give a list of jobs, each a list of operations.");
    }

    private static void ReadJobs(ref JsonCursor json, JobShop shop)
    {
        if (!json.TryEnterArray("'jobs'")) return;
        for (var job = 0; json.NextElement(); job++)
        {
            json.SetOwner("Job", job.ToString(CultureInfo.InvariantCulture));
            var location = json.Here;
            if (!json.TryEnterArray("it")) continue;
            var operations = 0;
            for (; json.NextElement(); operations++) ReadOperation(ref json, shop, job, operations);
            if (operations > 0) continue;
            json.SetOwner("Job", job.ToString(CultureInfo.InvariantCulture));
            json.Fault(DiagnosticCodes.InvalidTask, "it has no operations.", "Give it one, or remove the job.", location);
        }

        json.SetOwner("", null);
    }

    private static void ReadOperation(ref JsonCursor json, JobShop shop, int job, int number)
    {
        var operation = Operation.OfJob(job, number, json.Here.Line);
        json.SetOwner("Operation", operation.Id);
        if (!json.TryEnterArray("it"))
        {
            shop.Add(operation); // the rest of the job still hangs on it
            return;
        }

        var (alternatives, location) = (0, json.Here);
        for (; json.NextElement(); alternatives++) ReadAlternative(ref json, operation);
        if (alternatives == 0) json.Fault(DiagnosticCodes.InvalidTask, "it has no machine.", "Give at least one.", location);
        shop.Add(operation);
    }

    private static void ReadAlternative(ref JsonCursor json, Operation operation)
    {
        var location = json.Here;
        if (!json.TryEnterObject("an alternative")) return;
        var seen = 0UL;
        int? machine = null;
        double? processing = null;
        while (json.NextProperty(AlternativeProperties, ref seen, out var property))
        {
            if (property == "machine") machine = json.ReadInteger("'machine'");
            else processing = json.ReadNumber("'processing'");
        }

        if ((seen & 1) == 0) json.Fault(DiagnosticCodes.MissingProperty, "an alternative has no 'machine'.", "Give the number of the machine, from 0.", location);
        if ((seen & 2) == 0) json.Fault(DiagnosticCodes.MissingProperty, "an alternative has no 'processing'.", "Give the time on the machine.", location);
        if (processing < 0) json.Fault(DiagnosticCodes.InvalidValue, "'processing' is negative.", "Give a time, zero or more.", location);
        else if (machine is { } number && processing is { } time) operation.Alternatives.Add(new Alternative(number, time, location.Line));
    }
}
