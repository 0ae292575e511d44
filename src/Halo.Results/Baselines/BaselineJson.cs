using System.Text.Json.Serialization;

namespace Halo.Results;

/// <summary>The generated contract of baseline files.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PerfBaseline))]
internal sealed partial class BaselineJson : JsonSerializerContext;
