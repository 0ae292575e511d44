using System.Globalization;
using System.Runtime.InteropServices;

namespace Halo.Results;

/// <summary>The kind of machine that a figure belongs to: processor, number of processors, system, runtime and build.</summary>
public static class MachineClass
{
    /// <summary>This machine's kind, such as <c>AMD EPYC, 2 cpu, linux-x64, .NET 10</c>.</summary>
    public static string Current { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} cpu, {RuntimeInformation.RuntimeIdentifier}, .NET {Environment.Version.Major}");

    /// <summary>This machine's kind with the build of the measured code: figures of a Debug build are a kind of their own.</summary>
    /// <param name="isOptimized">Whether the code was compiled with optimization.</param>
    public static string Of(bool isOptimized) => isOptimized ? Current : Current + ", not optimized";

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
