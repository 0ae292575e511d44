namespace Halo.Formats;

/// <summary>Reads a machine. Up to version 1.4 the processor has other property names.</summary>
internal static class WfMachineReader
{
    private static readonly string[] MachineProperties = ["nodeName", "cpu"];
    private static readonly string[] CpuProperties = ["coreCount", "count", "speedInMHz", "speed"];

    public static WfMachine? Read(ref JsonCursor json)
    {
        json.SetOwner("A machine", null);
        var location = json.Here;
        if (!json.TryEnterObject("it")) return null;
        if (json.PeekString("nodeName"u8) is { } known) json.SetOwner("Machine", known);
        var seen = 0UL;
        string? name = null;
        (int? Cores, double? Speed) cpu = default;
        while (json.NextProperty(MachineProperties, ref seen, out var property, unknownIsFault: false))
        {
            if (property == "nodeName") name = json.ReadString("'nodeName'");
            else cpu = ReadCpu(ref json);
        }

        if (name is "" || (seen & 1) == 0) json.Fault(DiagnosticCodes.MissingProperty, "'nodeName' is missing or empty.", "Give every machine a name of its own.", location);
        return string.IsNullOrEmpty(name) ? null : new WfMachine(name, cpu.Cores ?? 1, cpu.Speed, location.Line);
    }

    private static (int? Cores, double? Speed) ReadCpu(ref JsonCursor json)
    {
        if (!json.TryEnterObject("'cpu'")) return default;
        var seen = 0UL;
        (int? Cores, double? Speed) cpu = default;
        while (json.NextProperty(CpuProperties, ref seen, out var property, unknownIsFault: false))
        {
            var location = json.Here;
            if (property is "coreCount" or "count")
            {
                cpu.Cores = json.ReadInteger($"'{property}'") is { } cores ? AtLeast(1, cores, property, ref json, location) : null;
            }
            else
            {
                cpu.Speed = json.ReadNumber($"'{property}'") is { } speed ? MoreThanZero(speed, property, ref json, location) : null;
            }
        }

        return cpu;
    }

    private static int? AtLeast(int least, int cores, string property, ref JsonCursor json, SourceLocation location)
    {
        if (cores >= least) return cores;
        json.Fault(DiagnosticCodes.InvalidValue, $"'{property}' is less than {least}.", "Give the number of cores.", location);
        return null;
    }

    private static double? MoreThanZero(double speed, string property, ref JsonCursor json, SourceLocation location)
    {
        if (speed > 0) return speed;
        json.Fault(DiagnosticCodes.InvalidValue, $"'{property}' is not more than zero.", "Give the speed in MHz.", location);
        return null;
    }
}
