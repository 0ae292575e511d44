namespace Halo.Rules;

/// <summary>One attribute with one value.</summary>
/// <param name="Name">The attribute's number in its <see cref="LiteralTable"/>.</param>
/// <param name="Value">The value, never absent.</param>
public readonly record struct Literal(int Name, AttributeValue Value);
