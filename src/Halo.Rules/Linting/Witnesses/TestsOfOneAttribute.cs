namespace Halo.Rules;

/// <summary>What conditions ask of one attribute.</summary>
internal sealed class TestsOfOneAttribute
{
    /// <summary>Tests that must hold.</summary>
    public List<AttributeCondition> Required { get; } = [];

    /// <summary>Tests that must fail.</summary>
    public List<AttributeCondition> Refused { get; } = [];

    /// <summary>Tests inside alternatives, which may or may not have to hold.</summary>
    public List<AttributeCondition> Optional { get; } = [];

    public IEnumerable<AttributeCondition> All => [.. Required, .. Optional, .. Refused];

    /// <summary>Whether a value, the absent one among them, is known to satisfy what does not depend on other attributes.</summary>
    public bool Allow(AttributeValue value) =>
        Required.TrueForAll(test => PartialTruth.Of(test, value) == true) && Refused.TrueForAll(test => PartialTruth.Of(test, value) == false);
}
