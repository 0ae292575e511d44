using System.Text.Json.Serialization;
using Halo.Parallelism;

namespace Halo.Cli;

/// <summary>Advice for programs, as <c>schemas/advice.schema.json</c> describes it; what is not known is left out.</summary>
internal sealed record AdviseJson(
    IReadOnlyList<string> Command,
    int Count,
    int Workers,
    string Reason,
    double SerialSeconds,
    double PredictedSeconds,
    double PredictedSpeedup,
    WorkJson Work,
    SpawnJson ProcessStart,
    MachineJson Machine,
    VerificationJson? Verified,
    IReadOnlyList<string> Notes)
{
    public static AdviseJson Of(IReadOnlyList<string> command, CommandAdvice advised, CommandVerification? verified)
    {
        var (advice, profile) = (advised.Advice, advised.Advice.Profile);
        return new AdviseJson(
            command,
            profile.Count ?? 0,
            advice.Workers,
            advice.Reason,
            advice.SerialSeconds,
            advice.PredictedSeconds,
            advice.PredictedSpeedup,
            new WorkJson(profile.Samples, profile.ItemSeconds, profile.Deviation, profile.CpuShare, profile.Together, profile.MeasuredGain, advised.PeakMemory),
            new SpawnJson(advised.ProcessCost.Median.TotalSeconds, advised.ProcessCost.LowerQuartile.TotalSeconds, advised.ProcessCost.UpperQuartile.TotalSeconds, advised.ProcessCost.Samples, advised.ProcessCost.IsFallback),
            new MachineJson(advice.Capacity.Processors, advice.Capacity.CpuQuota, advice.Capacity.PhysicalCores, advice.Capacity.AvailableMemory),
            verified is null ? null : new VerificationJson(verified.SerialSeconds, verified.AdvisedSeconds, verified.ActualSpeedup, verified.Error),
            advice.Notes);
    }
}

/// <summary>What the sample told.</summary>
internal sealed record WorkJson(int Samples, double Seconds, double Deviation, double CpuShare, int Together, double? Gain, long? PeakMemoryBytes);

/// <summary>What starting any process costs.</summary>
internal sealed record SpawnJson(double Median, double LowerQuartile, double UpperQuartile, int Samples, bool IsFallback);

/// <summary>What the process may use of the machine.</summary>
internal sealed record MachineJson(int Processors, double? CpuQuota, int? PhysicalCores, long? AvailableMemoryBytes);

/// <summary>What really happened.</summary>
internal sealed record VerificationJson(double SerialSeconds, double AdvisedSeconds, double Speedup, double Error);

/// <summary>The generated contract.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdviseJson))]
internal sealed partial class AdviseJsonContext : JsonSerializerContext;
