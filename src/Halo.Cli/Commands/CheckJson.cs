using System.Text.Json.Serialization;

namespace Halo.Cli;

/// <summary>The result of a check for programs, as <c>schemas/check.schema.json</c> describes it.</summary>
internal sealed record CheckJson(int Errors, int Warnings, int Notes, IReadOnlyList<string> Files, IReadOnlyList<FaultJson> Faults)
{
    public static CheckJson Of(InputSet inputs) => new(
        inputs.Faults.Count(fault => fault.Severity == DiagnosticSeverity.Error),
        inputs.Faults.Count(fault => fault.Severity == DiagnosticSeverity.Warning),
        inputs.Faults.Count(fault => fault.Severity == DiagnosticSeverity.Info),
        inputs.Files,
        [.. inputs.Faults.Select(FaultJson.Of)]);
}

/// <summary>One fault; what is not known is left out.</summary>
internal sealed record FaultJson(
    string Code,
    string Severity,
    string Message,
    string? Help,
    string? File,
    int? Line,
    int? Column,
    IReadOnlyList<string>? Cycle,
    IReadOnlyDictionary<string, AttributeValue>? Witness)
{
    public static FaultJson Of(Diagnostic fault) => new(
        fault.Code,
        fault.Severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "info" },
        fault.Message,
        fault.Help.Length == 0 ? null : fault.Help,
        fault.Location.File,
        fault.Location.Line == 0 ? null : fault.Location.Line,
        fault.Location.Column == 0 ? null : fault.Location.Column,
        fault.Cycle.Count == 0 ? null : fault.Cycle,
        fault.Witness.Count == 0 ? null : fault.Witness);
}

/// <summary>The generated contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AttributeValueConverter)])]
[JsonSerializable(typeof(CheckJson))]
internal sealed partial class CheckJsonContext : JsonSerializerContext;
