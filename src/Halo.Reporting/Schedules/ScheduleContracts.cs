using System.Text.Json.Serialization;

namespace Halo.Reporting;

/// <summary>The generated contracts of the objects in schedules; a null is left out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ScheduledTaskJson))]
[JsonSerializable(typeof(AgentUtilizationJson))]
[JsonSerializable(typeof(UnscheduledTaskJson))]
[JsonSerializable(typeof(ScheduleExplanationJson))]
internal sealed partial class ScheduleContracts : JsonSerializerContext;
