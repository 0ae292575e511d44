using System.Text.Json.Serialization;

namespace Halo.Cli;

/// <summary>A check as a SARIF 2.1.0 log (OASIS, 2020), as far as Halo has something to say.</summary>
internal sealed record SarifJson([property: JsonPropertyName("$schema")] string Schema, string Version, IReadOnlyList<SarifRun> Runs)
{
    public static SarifJson Of(IReadOnlyList<Diagnostic> faults)
    {
        SarifRule[] rules = [.. faults.Select(fault => fault.Code).Distinct().Order(StringComparer.Ordinal).Select(SarifRule.Of)];
        var driver = new SarifDriver("halo", rules);
        return new SarifJson("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", [new SarifRun(new SarifTool(driver), [.. faults.Select(SarifResult.Of)])]);
    }
}

internal sealed record SarifRun(SarifTool Tool, IReadOnlyList<SarifResult> Results);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, IReadOnlyList<SarifRule> Rules);

/// <summary>A kind of fault.</summary>
internal sealed record SarifRule(string Id, SarifText ShortDescription)
{
    public static SarifRule Of(string code) => new(code, new SarifText(FaultTitles.Of(code)));
}

/// <summary>One fault.</summary>
internal sealed record SarifResult(string RuleId, string Level, SarifText Message, IReadOnlyList<SarifLocation>? Locations, SarifProperties? Properties)
{
    public static SarifResult Of(Diagnostic fault) => new(
        fault.Code,
        fault.Severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "note" },
        new SarifText(fault.Help.Length == 0 ? fault.Message : $"{fault.Message} {fault.Help}"),
        fault.Location.File is { } file && file != InputPaths.StandardInput ? [SarifLocation.Of(file, fault.Location)] : null,
        fault.Witness.Count + fault.Cycle.Count == 0 ? null : new SarifProperties(fault.Witness.Count == 0 ? null : fault.Witness, fault.Cycle.Count == 0 ? null : fault.Cycle));
}

internal sealed record SarifText(string Text);

internal sealed record SarifLocation(SarifPhysicalLocation PhysicalLocation)
{
    public static SarifLocation Of(string file, SourceLocation place) => new(new SarifPhysicalLocation(
        new SarifArtifact(UriOf(file)), place.Line == 0 ? null : new SarifRegion(place.Line, place.Column == 0 ? null : place.Column)));

    // A relative path stays relative, so that a code host finds the file in its own copy.
    private static string UriOf(string file) => Path.IsPathFullyQualified(file)
        ? new Uri(file).AbsoluteUri
        : string.Join('/', file.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Select(Uri.EscapeDataString));
}

internal sealed record SarifPhysicalLocation(SarifArtifact ArtifactLocation, SarifRegion? Region);

internal sealed record SarifArtifact(string Uri);

internal sealed record SarifRegion(int StartLine, int? StartColumn);

/// <summary>What SARIF has no place for: the example task and the cycle.</summary>
internal sealed record SarifProperties(IReadOnlyDictionary<string, AttributeValue>? Witness, IReadOnlyList<string>? Cycle);

/// <summary>The generated contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AttributeValueConverter)])]
[JsonSerializable(typeof(SarifJson))]
internal sealed partial class SarifJsonContext : JsonSerializerContext;
