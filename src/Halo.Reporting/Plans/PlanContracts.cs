using System.Text.Json.Serialization;

namespace Halo.Reporting;

/// <summary>The generated contracts of the objects in plans; a null is left out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AssignmentJson))]
[JsonSerializable(typeof(UnassignedJson))]
internal sealed partial class PlanContracts : JsonSerializerContext;

/// <summary>A task that has an agent.</summary>
internal sealed record AssignmentJson(string Task, string Agent, string Reason, string? Rule, bool? Waits, string Explanation);

/// <summary>A task that should have an agent and has none.</summary>
internal sealed record UnassignedJson(string Task, string Reason, string Explanation);
