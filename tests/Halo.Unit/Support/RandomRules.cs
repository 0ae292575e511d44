using FsCheck;
using FsCheck.Fluent;

namespace Halo.Unit;

/// <summary>Random conditions, tasks and rules over a universe so small that matches are frequent.</summary>
internal static class RandomRules
{
    private static readonly AttributeValue Unnamed = 7; // no rule compares with it

    // Kinds are mixed on purpose: "1", 1 and true must never be taken for each other.
    private static readonly Dictionary<string, AttributeValue[]> Universe = new()
    {
        ["type"] = ["a", "ab", "b", ""],
        ["os"] = ["a", "1", 1, "abba"],
        ["cores"] = [1, 2, 2.5, -0.0, "1"],
        ["flag"] = [true, false, "true", 1],
    };

    private static readonly string[] Globs = ["a*", "*a", "a?", "*b*", "[ab]", "[!a]*", "", "*"];
    private static readonly double[] Bounds = [-1, 0, 1, 2, 2.5];

    // Shared instances: building an expression costs most of a millisecond, and each instance keeps its own.
    private static readonly Dictionary<string, Condition[]> Regexes = Universe.Keys.ToDictionary(
        name => name, name => new[] { "^a", "b$", "^(a|ab)$", "1" }.Select(pattern => When.Attribute(name).Matches(pattern)).ToArray());

    private static readonly Gen<Condition> AnyTest = Gen.OneOf(Universe.Keys.Select(TestOf));
    private static readonly Gen<Condition> AnyEquality = Gen.OneOf(Universe.Select(entry => Gen.OneOf(EqualityOf(entry.Key), ListOf(entry.Key))));

    /// <summary>Conditions of every kind, nested at most three deep.</summary>
    public static Gen<Condition> Conditions { get; } = Tree(3);

    /// <summary>Tasks; each attribute may be absent or have a value that no rule names.</summary>
    public static Gen<Dictionary<string, AttributeValue>> Tasks { get; } =
        Gen.CollectToArray(Universe, entry => Gen.Elements<AttributeValue>([.. entry.Value, default, Unnamed]).Select(value => (entry.Key, Value: value)))
            .Select(pairs => pairs.Where(pair => pair.Value.Kind != AttributeKind.None).ToDictionary(pair => pair.Key, pair => pair.Value));

    /// <summary>Rules with ids by position: most begin with equalities, which an index files them by.</summary>
    public static Gen<RuleSet> RuleSets(int most) =>
        from count in Gen.Choose(0, most)
        from rules in RuleOf().ArrayOf(count)
        select RuleSet.Create(rules.Select((rule, position) => rule with { Id = $"r{position}" }));

    private static Gen<RoutingRule> RuleOf() =>
        from when in Gen.Frequency((4, Conjunction()), (3, Conditions), (1, Gen.Constant(When.Always)))
        from agent in Gen.Elements("A", "B", "C", "D")
        from priority in Gen.Elements(0, 0, 0, 1, -1, int.MaxValue, int.MinValue)
        select new RoutingRule("", when, agent, priority);

    private static Gen<Condition> Conjunction() =>
        from equalities in Gen.Choose(1, 3).SelectMany(AnyEquality.ArrayOf)
        from others in Gen.Choose(0, 1).SelectMany(Conditions.ArrayOf)
        select When.All([.. equalities, .. others]);

    private static Gen<Condition> Tree(int depth)
    {
        if (depth == 0) return AnyTest;
        var parts = Gen.Frequency((1, Gen.Constant(0)), (9, Gen.Choose(1, 3))).SelectMany(Tree(depth - 1).ArrayOf);
        return Gen.Frequency((6, AnyTest), (1, parts.Select(When.All)), (1, parts.Select(When.Any)), (1, Tree(depth - 1).Select(When.Not)));
    }

    private static Gen<Condition> TestOf(string name)
    {
        var test = When.Attribute(name);
        var bounds = Gen.Elements(Bounds);
        var texts = Gen.Elements("a", "ab", "b", "1", "t");
        return Gen.Frequency(
            (6, EqualityOf(name)), (3, ListOf(name)), (1, Gen.Constant(test.Exists())),
            (1, bounds.Select(test.AtLeast)), (1, bounds.Select(test.LessThan)), (1, bounds.Select(test.GreaterThan)), (1, bounds.Select(low => test.Between(low, low + 1))),
            (1, texts.Select(test.StartsWith)), (1, texts.Select(test.EndsWith)), (1, Gen.Elements(Globs).Select(test.Like)), (1, Gen.Elements(Regexes[name])));
    }

    private static Gen<Condition> EqualityOf(string name) => Gen.Elements(Universe[name]).Select(When.Attribute(name).Is);

    private static Gen<Condition> ListOf(string name) =>
        Gen.Choose(1, 3).SelectMany(Gen.Elements(Universe[name]).ArrayOf).Select(When.Attribute(name).In);
}
