using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Halo.Execution;

/// <summary>
/// How results are written as JSON where nothing says so: plain values always, anything else by reflection where the program
/// has it (not in one that is compiled ahead of time).
/// </summary>
internal static class ResultJson
{
    // What conditions see of a result must be seen after a resume too.
    private static readonly Dictionary<string, Type> PlainTypes = new Type[]
    {
        typeof(string), typeof(bool), typeof(char), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint),
        typeof(long), typeof(ulong), typeof(float), typeof(double), typeof(decimal),
        typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan),
        typeof(AttributeValue), typeof(Dictionary<string, AttributeValue>), typeof(IReadOnlyDictionary<string, AttributeValue>),
    }.ToDictionary(NameOf, StringComparer.Ordinal);

    private static JsonSerializerOptions? s_reflection;

    /// <summary>The name by which a journal remembers a type.</summary>
    public static string NameOf(Type type) => type.FullName ?? type.Name;

    /// <summary>How a type is written; null where it cannot be.</summary>
    public static JsonTypeInfo? Of(Type type) =>
        PlainResults.Default.GetTypeInfo(type) ?? (JsonSerializer.IsReflectionEnabledByDefault ? ByReflection(type) : null);

    /// <summary>How a value is written whose handler did not say what it returns; null where it cannot be.</summary>
    public static JsonTypeInfo? Of(object value) => value is IReadOnlyDictionary<string, AttributeValue>
        ? PlainResults.Default.IReadOnlyDictionaryStringAttributeValue
        : Of(value.GetType());

    /// <summary>How a plain type is written, by its name; null for any other name.</summary>
    public static JsonTypeInfo? OfPlain(string? name) =>
        name is not null && PlainTypes.TryGetValue(name, out var type) ? PlainResults.Default.GetTypeInfo(type) : null;

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only called where the program has reflection for JSON.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only called where the program has reflection for JSON.")]
    private static JsonTypeInfo? ByReflection(Type type)
    {
        // With fields: tuples have nothing else.
        s_reflection ??= new JsonSerializerOptions
        {
            IncludeFields = true,
            Converters = { new AttributeValueConverter() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        try
        {
            return s_reflection.GetTypeInfo(type);
        }
        catch (Exception fault) when (fault is NotSupportedException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}

/// <summary>Types that need no reflection.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(AttributeValueConverter)])]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(char))]
[JsonSerializable(typeof(byte))]
[JsonSerializable(typeof(sbyte))]
[JsonSerializable(typeof(short))]
[JsonSerializable(typeof(ushort))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(uint))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(ulong))]
[JsonSerializable(typeof(float))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(Guid))]
[JsonSerializable(typeof(DateTime))]
[JsonSerializable(typeof(DateTimeOffset))]
[JsonSerializable(typeof(TimeSpan))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(AttributeValue))]
[JsonSerializable(typeof(Dictionary<string, AttributeValue>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, AttributeValue>))]
internal sealed partial class PlainResults : JsonSerializerContext;
