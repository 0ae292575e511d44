namespace Halo.Routing;

/// <summary>A test of one attribute. It is false when the task has no such attribute.</summary>
/// <param name="Attribute">The attribute's name, compared ordinally; <c>type</c> is the task's type.</param>
public abstract record AttributeCondition(string Attribute) : Condition;

/// <summary>The attribute is present, whatever its value.</summary>
/// <param name="Attribute">The attribute's name.</param>
public sealed record ExistsCondition(string Attribute) : AttributeCondition(Attribute)
{
    /// <inheritdoc/>
    public override string ToString() => ConditionText.Render(this);
}

/// <summary>The attribute equals a value of the same kind.</summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Value">The value; absent is not allowed.</param>
public sealed record EqualsCondition(string Attribute, AttributeValue Value) : AttributeCondition(Attribute)
{
    /// <inheritdoc/>
    public override string ToString() => ConditionText.Render(this);
}

/// <summary>The attribute equals one of several values.</summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Values">The values, of any kinds; at least one.</param>
public sealed record InCondition(string Attribute, IReadOnlyList<AttributeValue> Values) : AttributeCondition(Attribute)
{
    /// <summary>The values, copied so that the condition is immutable.</summary>
    public IReadOnlyList<AttributeValue> Values { get; } = [.. Values];

    /// <inheritdoc/>
    public bool Equals(InCondition? other) =>
        other is not null && Attribute == other.Attribute && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Attribute, Values.Count, Values.Count > 0 ? Values[0] : default);

    /// <inheritdoc/>
    public override string ToString() => ConditionText.Render(this);
}
