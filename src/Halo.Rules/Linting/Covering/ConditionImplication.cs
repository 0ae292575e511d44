namespace Halo.Rules;

/// <summary>Whether one condition implies another, judged test by test.</summary>
internal static class ConditionImplication
{
    /// <summary>
    /// True only when every task that satisfies <paramref name="specific"/> satisfies <paramref name="general"/>. Nested lists
    /// can be compared in very many ways: when the effort is spent the answer is false, which is always safe.
    /// </summary>
    public static bool Implies(Condition specific, Condition general, Effort effort)
    {
        if (!effort.TrySpend(1)) return false;
        if (specific.Equals(general)) return true;
        return (specific, general) switch
        {
            (_, AllCondition all) => all.Parts.All(part => Implies(specific, part, effort)),
            (AnyCondition any, _) => any.Parts.Count > 0 && any.Parts.All(part => Implies(part, general, effort)),
            (AllCondition all, AnyCondition any) => any.Parts.Any(part => Implies(all, part, effort)) || all.Parts.Any(part => Implies(part, any, effort)),
            (AllCondition all, _) => all.Parts.Any(part => Implies(part, general, effort)),
            (_, AnyCondition any) => any.Parts.Any(part => Implies(specific, part, effort)),
            (NotCondition left, NotCondition right) => Implies(right.Part, left.Part, effort),
            (AttributeCondition left, AttributeCondition right) => left.Attribute == right.Attribute && TestImplies(left, right, effort),
            (AttributeCondition left, NotCondition { Part: AttributeCondition right }) => left.Attribute == right.Attribute && Excludes(left, right, effort),
            _ => false,
        };
    }

    private static bool TestImplies(AttributeCondition specific, AttributeCondition general, Effort effort) => (specific, general) switch
    {
        (_, ExistsCondition) => true,
        (EqualsCondition equals, _) => effort.TrySpend(Cost(general)) && ValueTest.Holds(general, equals.Value),
        (InCondition some, InCondition list) => effort.TrySpend(Cost(some) + Cost(list)) && new HashSet<AttributeValue>(list.Values).IsSupersetOf(some.Values),
        (InCondition list, _) => effort.TrySpend(Cost(list)) && list.Values.All(value => ValueTest.Holds(general, value)),
        (RangeCondition narrow, RangeCondition wide) => narrow.Smallest >= wide.Smallest && narrow.Largest <= wide.Largest,
        (PrefixCondition longer, PrefixCondition shorter) => longer.Prefix.StartsWith(shorter.Prefix, StringComparison.Ordinal),
        (SuffixCondition longer, SuffixCondition shorter) => longer.Suffix.EndsWith(shorter.Suffix, StringComparison.Ordinal),
        (GlobCondition glob, PrefixCondition prefix) => glob.Parsed.LiteralHead.StartsWith(prefix.Prefix, StringComparison.Ordinal),
        (GlobCondition glob, SuffixCondition suffix) => glob.Parsed.LiteralTail.EndsWith(suffix.Suffix, StringComparison.Ordinal),
        _ => false,
    };

    private static bool Excludes(AttributeCondition specific, AttributeCondition excluded, Effort effort) => specific switch
    {
        EqualsCondition equals => effort.TrySpend(Cost(excluded)) && !ValueTest.Holds(excluded, equals.Value),
        InCondition some when excluded is InCondition list => effort.TrySpend(Cost(some) + Cost(list)) && !new HashSet<AttributeValue>(list.Values).Overlaps(some.Values),
        InCondition list => effort.TrySpend(Cost(list)) && list.Values.All(value => !ValueTest.Holds(excluded, value)),
        RangeCondition left when excluded is RangeCondition right => left.Largest < right.Smallest || right.Largest < left.Smallest,
        _ => false,
    };

    private static int Cost(AttributeCondition test) => test is InCondition list ? list.Values.Count : 1;
}
