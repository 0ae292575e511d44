namespace Halo.Routing;

/// <summary>Every part holds. Without parts it always holds.</summary>
public sealed record AllCondition : Condition
{
    /// <summary>Combines the parts.</summary>
    public AllCondition(IReadOnlyList<Condition> parts)
    {
        Parts = [.. parts];
        Depth = ConditionTree.DepthOver(Parts);
    }

    /// <summary>The parts, in the order in which they are tested.</summary>
    public IReadOnlyList<Condition> Parts { get; }

    /// <inheritdoc/>
    public bool Equals(AllCondition? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(AllCondition), Parts.Count, Depth);

    /// <inheritdoc/>
    public override string ToString() => ConditionText.Render(this);
}

/// <summary>At least one part holds. Without parts it never holds.</summary>
public sealed record AnyCondition : Condition
{
    /// <summary>Combines the parts.</summary>
    public AnyCondition(IReadOnlyList<Condition> parts)
    {
        Parts = [.. parts];
        Depth = ConditionTree.DepthOver(Parts);
    }

    /// <summary>The parts, in the order in which they are tested.</summary>
    public IReadOnlyList<Condition> Parts { get; }

    /// <inheritdoc/>
    public bool Equals(AnyCondition? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(AnyCondition), Parts.Count, Depth);

    /// <inheritdoc/>
    public override string ToString() => ConditionText.Render(this);
}

/// <summary>The part does not hold; true also when the attribute it tests is absent.</summary>
public sealed record NotCondition : Condition
{
    /// <summary>Negates the part.</summary>
    public NotCondition(Condition part)
    {
        ArgumentNullException.ThrowIfNull(part);
        Part = part;
        Depth = part.Depth + 1;
    }

    /// <summary>The negated condition.</summary>
    public Condition Part { get; }

    /// <inheritdoc/>
    public override string ToString() => ConditionText.Render(this);
}

/// <summary>Facts of a condition's tree that are kept as it is built, so that a deep one need not be walked.</summary>
internal static class ConditionTree
{
    public static int DepthOver(IReadOnlyList<Condition> parts)
    {
        var deepest = 0;
        foreach (var part in parts)
        {
            ArgumentNullException.ThrowIfNull(part);
            deepest = Math.Max(deepest, part.Depth);
        }

        return deepest + 1;
    }
}
