using System.Text.Json;

namespace Halo.Results;

/// <summary>Reads baseline files, as <c>schemas/perf-baseline.schema.json</c> describes them.</summary>
internal static class BaselineFile
{
    /// <exception cref="ArgumentException">A limit is out of its range; every such limit is named.</exception>
    /// <exception cref="PerfDataException">The file is missing, broken or beyond a limit.</exception>
    public static PerfBaseline Read(string path, PerfLimits? limits = null)
    {
        var text = PerfFile.Read(path, PerfLimits.Of(limits)).ToArray();
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
