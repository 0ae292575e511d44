namespace Halo.Rules;

/// <summary>Whether tests of one attribute exclude each other, so that no value passes them all.</summary>
internal static class ValueConflict
{
    /// <summary>True only when no value, the absent one among them, passes every required test and none of the refused.</summary>
    public static bool Exists(string attribute, TestsOfOneAttribute tests, Effort effort)
    {
        if (tests.Required.Count == 0) return false; // a task without the attribute passes
        var isType = attribute == Condition.TypeAttribute;
        if (ListedValues(tests) is { } listed) return !listed.Any(value => CanBe(value, isType) && Passes(value, tests, effort));
        var range = RangeOf(tests);
        var hasText = tests.Required.Exists(test => test is PrefixCondition or SuffixCondition or GlobCondition or RegexCondition);
        if (range is not null && (hasText || isType || range.IsEmpty)) return true;
        if (hasText && HasTextConflict(tests)) return true;
        return tests.Refused.Exists(refused =>
            (range is not null && ConditionImplication.Implies(range, refused, effort))
            || tests.Required.Exists(required => ConditionImplication.Implies(required, refused, effort)));
    }

    // A type is a text that is not empty.
    private static bool CanBe(AttributeValue value, bool isType) => !isType || (value.TryGetString(out var text) && text.Length > 0);

    private static bool Passes(AttributeValue value, TestsOfOneAttribute tests, Effort effort) =>
        !effort.TrySpend(tests.Required.Count + tests.Refused.Count)
        || (tests.Required.TrueForAll(test => ValueTest.Holds(test, value)) && !tests.Refused.Exists(test => ValueTest.Holds(test, value)));

    /// <summary>The only values that can pass, where a test lists them; null where none does.</summary>
    private static IReadOnlyList<AttributeValue>? ListedValues(TestsOfOneAttribute tests)
    {
        foreach (var test in tests.Required)
        {
            if (test is EqualsCondition equals) return [equals.Value];
            if (test is InCondition @in) return @in.Values;
        }

        return RangeOf(tests) is { } range && range.Low == range.High ? [AttributeValue.Of(range.Low)] : null;
    }

    /// <summary>What all required ranges have in common; null without any.</summary>
    private static RangeCondition? RangeOf(TestsOfOneAttribute tests)
    {
        RangeCondition? common = null;
        foreach (var test in tests.Required)
        {
            if (test is not RangeCondition range) continue;
            if (common is null)
            {
                common = range;
                continue;
            }

            var (low, high) = (common.Low >= range.Low ? common : range, common.High <= range.High ? common : range);
            common = low with { Maximum = high.Maximum, MaximumInclusive = high.MaximumInclusive };
        }

        return common;
    }

    // Of two beginnings one has to begin with the other, and of two ends one has to end with the other.
    private static bool HasTextConflict(TestsOfOneAttribute tests)
    {
        var (longestHead, longestTail) = ("", "");
        foreach (var test in tests.Required)
        {
            var (head, tail) = test switch
            {
                PrefixCondition prefix => (prefix.Prefix, ""),
                SuffixCondition suffix => ("", suffix.Suffix),
                GlobCondition glob => (glob.Parsed.LiteralHead, glob.Parsed.LiteralTail),
                _ => ("", ""),
            };
            if (!Agree(ref longestHead, head, static (text, part) => text.StartsWith(part, StringComparison.Ordinal))) return true;
            if (!Agree(ref longestTail, tail, static (text, part) => text.EndsWith(part, StringComparison.Ordinal))) return true;
        }

        return false;
    }

    private static bool Agree(ref string longest, string other, Func<string, string, bool> has)
    {
        if (has(longest, other)) return true;
        var agrees = has(other, longest);
        longest = other;
        return agrees;
    }
}
