using System.Text.Json.Serialization;

namespace Halo.Reporting;

/// <summary>The generated contracts of the objects in explanations; a null is left out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExplanationJson))]
internal sealed partial class ExplanationContracts : JsonSerializerContext;
