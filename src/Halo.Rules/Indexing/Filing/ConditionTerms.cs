namespace Halo.Rules;

/// <summary>
/// A condition as terms, one of which must hold; a term is a list of parts that must all hold. An <c>any</c> is split into
/// terms only where every branch then has something to file it by, and only up to a bound; the rest stays a part to check.
/// </summary>
internal static class ConditionTerms
{
    public const int MaxTerms = 8;

    public static Condition[][] Of(Condition condition)
    {
        var parts = Flat(condition);
        var split = Array.Exists(parts, part => part is EqualsCondition) ? -1 : Array.FindIndex(parts, part => part is AnyCondition any && IsWorthSplitting(any));
        if (split < 0) return [parts];

        Condition[] rest = [.. parts[..split], .. parts[(split + 1)..]];
        return [.. ((AnyCondition)parts[split]).Parts.Select(branch => (Condition[])[.. Flat(branch), .. rest])];
    }

    private static Condition[] Flat(Condition condition) => condition switch
    {
        AllCondition all when all.Parts.Any(part => part is AllCondition) => [.. ConditionCompiler.Conjuncts(all)],
        AllCondition all => [.. all.Parts],
        _ => [condition],
    };

    private static bool IsWorthSplitting(AnyCondition any) =>
        any.Parts.Count is > 0 and <= MaxTerms && any.Parts.All(branch => Array.Exists(Flat(branch), IsSelective));

    private static bool IsSelective(Condition part) => part is EqualsCondition or InCondition or RangeCondition or PrefixCondition or SuffixCondition;
}
