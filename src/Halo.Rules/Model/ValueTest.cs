namespace Halo.Rules;

/// <summary>
/// The meaning of every test, in its plainest form: the definition that the compiled matchers are held to.
/// </summary>
public static class ValueTest
{
    /// <summary>Whether a value passes one test; an absent value passes none.</summary>
    /// <param name="test">The test.</param>
    /// <param name="value">The value.</param>
    public static bool Holds(AttributeCondition test, AttributeValue value) => value.Kind != AttributeKind.None && test switch
    {
        ExistsCondition => true,
        EqualsCondition equals => value == equals.Value,
        InCondition @in => @in.Values.Contains(value),
        RangeCondition range => range.Contains(value),
        PrefixCondition prefix => value.TryGetString(out var text) && text.StartsWith(prefix.Prefix, StringComparison.Ordinal),
        SuffixCondition suffix => value.TryGetString(out var text) && text.EndsWith(suffix.Suffix, StringComparison.Ordinal),
        GlobCondition glob => value.TryGetString(out var text) && glob.Parsed.IsMatch(text),
        RegexCondition regex => value.TryGetString(out var text) && regex.Compiled.IsMatch(text),
        _ => throw new InvalidOperationException($"Unknown condition {test.GetType().Name}."),
    };

    /// <summary>Whether a condition holds, given the value of each attribute. O(conditions).</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="attribute">The value of an attribute; absent when it has none.</param>
    public static bool Holds(Condition condition, Func<string, AttributeValue> attribute) => condition switch
    {
        AllCondition all => all.Parts.All(part => Holds(part, attribute)),
        AnyCondition any => any.Parts.Any(part => Holds(part, attribute)),
        NotCondition not => !Holds(not.Part, attribute),
        AttributeCondition test => Holds(test, attribute(test.Attribute)),
        _ => throw new InvalidOperationException($"Unknown condition {condition.GetType().Name}."),
    };
}
