using System.Globalization;
using System.Runtime.InteropServices;

namespace Halo.Results;

/// <summary>The kind of machine that a figure belongs to: processor, number of processors, system and runtime.</summary>
public static class MachineClass
{
    /// <summary>This machine's kind, such as <c>AMD EPYC, 2 cpu, linux-x64, .NET 10</c>.</summary>
    public static string Current { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cpu, {RuntimeInformation.RuntimeIdentifier}, .NET {Environment.Version.Major}");

    private static string Processor()
    {
        const string Information = "/proc/cpuinfo";
        if (OperatingSystem.IsLinux() && File.Exists(Information))
        {
            var model = File.ReadLines(Information).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
            if (model is not null) return model[(model.IndexOf(':') + 1)..].Trim();
        }

        return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
