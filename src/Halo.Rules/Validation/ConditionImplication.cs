namespace Halo.Rules;

/// <summary>Whether one condition implies another, judged test by test.</summary>
internal static class ConditionImplication
{
    /// <summary>True only when every task that satisfies <paramref name="specific"/> satisfies <paramref name="general"/>.</summary>
    public static bool Implies(Condition specific, Condition general)
    {
        if (specific.Equals(general)) return true;
        return (specific, general) switch
        {
            (_, AllCondition all) => all.Parts.All(part => Implies(specific, part)),
            (AnyCondition any, _) => any.Parts.Count > 0 && any.Parts.All(part => Implies(part, general)),
            (AllCondition all, AnyCondition any) => any.Parts.Any(part => Implies(all, part)) || all.Parts.Any(part => Implies(part, any)),
            (AllCondition all, _) => all.Parts.Any(part => Implies(part, general)),
            (_, AnyCondition any) => any.Parts.Any(part => Implies(specific, part)),
            (NotCondition left, NotCondition right) => Implies(right.Part, left.Part),
            (AttributeCondition left, AttributeCondition right) => left.Attribute == right.Attribute && TestImplies(left, right),
            (AttributeCondition left, NotCondition { Part: AttributeCondition right }) => left.Attribute == right.Attribute && Excludes(left, right),
            _ => false,
        };
    }

    private static bool TestImplies(AttributeCondition specific, AttributeCondition general) => (specific, general) switch
    {
        (_, ExistsCondition) => true,
        (EqualsCondition equals, _) => ValueTest.Holds(general, equals.Value),
        (InCondition @in, _) => @in.Values.All(value => ValueTest.Holds(general, value)),
        (RangeCondition narrow, RangeCondition wide) => narrow.Low >= wide.Low && narrow.High <= wide.High,
        (PrefixCondition longer, PrefixCondition shorter) => longer.Prefix.StartsWith(shorter.Prefix, StringComparison.Ordinal),
        (SuffixCondition longer, SuffixCondition shorter) => longer.Suffix.EndsWith(shorter.Suffix, StringComparison.Ordinal),
        (GlobCondition glob, PrefixCondition prefix) => glob.Parsed.LiteralHead.StartsWith(prefix.Prefix, StringComparison.Ordinal),
        (GlobCondition glob, SuffixCondition suffix) => glob.Parsed.LiteralTail.EndsWith(suffix.Suffix, StringComparison.Ordinal),
        _ => false,
    };

    private static bool Excludes(AttributeCondition specific, AttributeCondition excluded) => specific switch
    {
        EqualsCondition equals => !ValueTest.Holds(excluded, equals.Value),
        InCondition @in => @in.Values.All(value => !ValueTest.Holds(excluded, value)),
        RangeCondition left when excluded is RangeCondition right => left.High < right.Low || right.High < left.Low,
        _ => false,
    };
}
