namespace Halo.Routing;

/// <summary>The type of an <see cref="AttributeValue"/>. Values of different kinds are never equal.</summary>
public enum AttributeKind
{
    /// <summary>No value: the attribute counts as absent.</summary>
    None = 0,

    /// <summary>Text, compared ordinally.</summary>
    String,

    /// <summary>A finite IEEE 754 double.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,
}
