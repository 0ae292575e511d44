namespace Halo.Unit;

/// <summary>
/// What every kind of condition says of one attribute <c>a</c>. One table for the definition and for every matcher, so
/// that none can drift from the others.
/// </summary>
internal static class ConditionCases
{
    private static readonly AttributeTest A = When.Attribute("a");
    private static readonly AttributeValue Absent = AttributeValue.Of(null);

    public static IEnumerable<TestCaseData> All => Rows().Select(row =>
        new TestCaseData(row.When, row.Value, row.Holds).SetArgDisplayNames(row.When.ToString(), $"{row.Value.Kind} {row.Value}", row.Holds ? "holds" : "fails"));

    private static IEnumerable<(Condition When, AttributeValue Value, bool Holds)> Rows() =>
        [.. Values(), .. Ranges(), .. Texts(), .. Combinations()];

    private static IEnumerable<(Condition, AttributeValue, bool)> Values() =>
    [
        (A.Exists(), "x", true), (A.Exists(), "", true), (A.Exists(), false, true), (A.Exists(), 0.0, true), (A.Exists(), Absent, false),
        (A.Is("x"), "x", true), (A.Is("x"), "X", false), (A.Is("x"), "x ", false), (A.Is("x"), Absent, false), (A.Is(""), "", true), (A.Is(""), Absent, false),
        (A.Is(1), 1.0, true), (A.Is(1), "1", false), (A.Is(1), true, false), (A.Is(0), -0.0, true), (A.Is(-0.0), 0.0, true), (A.Is(0), false, false),
        (A.Is("1"), 1.0, false), (A.Is("true"), true, false), (A.Is(true), true, true), (A.Is(true), false, false), (A.Is(true), "true", false), (A.Is(true), 1.0, false),
        (A.Is("e\u0301"), "\u00e9", false), (A.Is(0.1 + 0.2), 0.3, false),
        (A.In("x", 1, true), "x", true), (A.In("x", 1, true), 1.0, true), (A.In("x", 1, true), true, true), (A.In("x", 1, true), "1", false),
        (A.In("x", 1, true), false, false), (A.In("x", 1, true), Absent, false), (A.In("x"), "x", true), (A.In("x", "x"), "x", true),
    ];

    private static IEnumerable<(Condition, AttributeValue, bool)> Ranges() =>
    [
        (A.AtLeast(8), 8.0, true), (A.AtLeast(8), 7.999, false), (A.AtLeast(8), "9", false), (A.AtLeast(8), true, false), (A.AtLeast(8), Absent, false),
        (A.GreaterThan(8), 8.0, false), (A.GreaterThan(8), Math.BitIncrement(8.0), true), (A.LessThan(8), 8.0, false), (A.LessThan(8), Math.BitDecrement(8.0), true),
        (A.AtMost(8), 8.0, true), (A.AtMost(8), 8.001, false), (A.AtMost(0), -0.0, true), (A.AtLeast(-0.0), 0.0, true), (A.GreaterThan(-0.0), 0.0, false),
        (A.Between(1, 1), 1.0, true), (A.Between(1, 2), 1.5, true), (A.Between(1, 2), 2.0, true), (A.Between(1, 2), 2.5, false),
        (new RangeCondition("a"), double.MinValue, true), (new RangeCondition("a"), "x", false), (new RangeCondition("a"), Absent, false),
    ];

    private static IEnumerable<(Condition, AttributeValue, bool)> Texts() =>
    [
        (A.StartsWith("ab"), "ab", true), (A.StartsWith("ab"), "abc", true), (A.StartsWith("ab"), "Abc", false), (A.StartsWith("ab"), "a", false), (A.StartsWith("1"), 10.0, false),
        (A.EndsWith("bc"), "abc", true), (A.EndsWith("bc"), "bc", true), (A.EndsWith("bc"), "bcd", false), (A.EndsWith("bc"), Absent, false), (A.EndsWith("e"), true, false),
        (A.StartsWith("ss"), "ß", false), (A.StartsWith("\u00ad"), "a", false),
        (A.Like("a*c"), "abbc", true), (A.Like("a*c"), "abcd", false), (A.Like("a?c"), "abc", true), (A.Like("a?c"), "ac", false), (A.Like("*"), "", true),
        (A.Like("*"), 1.0, false), (A.Like("*"), Absent, false), (A.Like("a"), "A", false), (A.Like(""), "", true), (A.Like(""), "x", false),
        (A.Matches("b"), "abc", true), (A.Matches("^b"), "abc", false), (A.Matches("^a.c$"), "abc", true), (A.Matches("(?i)ABC"), "abc", true), (A.Matches("."), 5.0, false),
        (A.Matches(".*"), Absent, false), (A.Matches(""), "", true),
    ];

    private static IEnumerable<(Condition, AttributeValue, bool)> Combinations() =>
    [
        (!A.Is("x"), "y", true), (!A.Is("x"), "x", false), (!A.Is("x"), Absent, true), (!A.Exists(), Absent, true), (!A.AtLeast(8), "text", true), (!!A.Is("x"), Absent, false),
        (A.StartsWith("a") & A.EndsWith("c"), "abc", true), (A.StartsWith("a") & A.EndsWith("c"), "abd", false), (A.Is("x") & A.Is("y"), "x", false),
        (A.Is("x") | A.Is("y"), "y", true), (A.Is("x") | A.Is("y"), "z", false), (A.Is("x") | !A.Exists(), Absent, true),
        (When.Always, Absent, true), (When.Any(), "x", false), (!When.Any(), "x", true), (When.All(When.Any()), "x", false), (When.All(A.Is("x")), "x", true), (When.Any(A.Is("x")), "x", true),
        (!(A.Is("x") & When.Attribute("b").Exists()), "x", true), (A.In("x", "y") & A.In("y", "z"), "y", true), (A.In("x", "y") & A.In("y", "z"), "x", false),
        (When.Attribute("b").Is("x"), "x", false), (!When.Attribute("b").Is("x"), "x", true),
    ];
}
