using System.Text.Json.Serialization;

namespace Halo.Routing;

/// <summary>The type of an <see cref="AttributeValue"/>. Values of different kinds are never equal.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AttributeKind>))]
public enum AttributeKind
{
    /// <summary>No value: the attribute counts as absent.</summary>
    [JsonStringEnumMemberName("none")]
    None = 0,

    /// <summary>Text, compared ordinally.</summary>
    [JsonStringEnumMemberName("string")]
    String,

    /// <summary>A finite IEEE 754 double, or a whole number of 64 bits.</summary>
    [JsonStringEnumMemberName("number")]
    Number,

    /// <summary>True or false.</summary>
    [JsonStringEnumMemberName("boolean")]
    Boolean,
}
