using System.Text.Json;

namespace Halo.Results;

/// <summary>Reads baseline files, as <c>schemas/perf-baseline.schema.json</c> describes them.</summary>
internal static class BaselineFile
{
    /// <exception cref="PerfDataException">The file is missing or broken.</exception>
    public static PerfBaseline Read(string path)
    {
        byte[] text;
        try
        {
            text = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PerfDataException([$"{path}: {fault.Message}"]);
        }

        try
        {
            var baseline = JsonSerializer.Deserialize(text, BaselineJson.Default.PerfBaseline) ?? throw new JsonException("null is no baseline.");
            var faults = BaselineValidator.Faults(baseline.Tests, path, text);
            return faults.Count == 0 ? baseline : throw new PerfDataException(faults);
        }
        catch (JsonException fault)
        {
            throw new PerfDataException([$"{path}:{(fault.LineNumber ?? 0) + 1}: {fault.Message}"]);
        }
    }
}
