namespace Halo.Unit.Rules.Matching;

/// <summary>The kinds of matcher that must behave alike.</summary>
public enum MatcherKind
{
    /// <summary>Rule after rule.</summary>
    Linear,

    /// <summary>By the index.</summary>
    Index,
}

/// <summary>Builds matchers and asks them by number.</summary>
internal static class Matchers
{
    public static RuleMatcher Create(MatcherKind kind, RuleSet rules) => kind == MatcherKind.Linear ? new LinearMatcher(rules) : new RuleIndex(rules);

    public static RuleMatcher Create(MatcherKind kind, params RoutingRule[] rules) => Create(kind, RuleSet.Create(rules));

    /// <summary>A row with a task's values, as a graph would fill it.</summary>
    public static TaskRow Row(RuleMatcher matcher, IReadOnlyDictionary<string, AttributeValue> task)
    {
        var table = new LiteralTable();
        int[] literals = [.. task.Where(pair => pair.Value.Kind != AttributeKind.None).Select(pair => table.Intern(pair.Key, pair.Value))];
        var row = matcher.NewRow(table);
        row.Load(literals);
        return row;
    }

    /// <summary>The ids of the rules that match, found one after the other.</summary>
    public static string[] Enumerate(RuleMatcher matcher, IReadOnlyDictionary<string, AttributeValue> task, ReadOnlySpan<bool> admitted)
    {
        var row = Row(matcher, task);
        var ids = new List<string>();
        var last = RuleOrder.First;
        for (var number = matcher.FirstMatch(row, admitted); number >= 0; number = matcher.FirstMatch(row, admitted, number))
        {
            if (matcher.Log.KeyOf(number) <= last) throw new InvalidOperationException("A rule came behind a later one."); // or this would never end
            last = matcher.Log.KeyOf(number);
            ids.Add(matcher.Log.RuleOf(number).Id);
        }

        return [.. ids];
    }

    /// <summary>Enumerates the matches of random tasks with both matchers, and fails where they differ or hardly anything matches.</summary>
    public static void AssertAgreement(RuleSet rules, FsCheck.Gen<Dictionary<string, AttributeValue>> tasks, int runs)
    {
        var (linear, index, hits) = (new LinearMatcher(rules), new RuleIndex(rules), 0);
        Check.ForAll(tasks, runs, task =>
        {
            var expected = Enumerate(linear, task, linear.Targets.AllAdmitted);
            hits += expected.Length;
            var found = Enumerate(index, task, index.Targets.AllAdmitted);
            return found.SequenceEqual(expected) ? null : $"[{string.Join(' ', found)}] instead of [{string.Join(' ', expected)}] for {string.Join(", ", task)}";
        });
        Assert.That(hits, Is.GreaterThan(Check.Runs(runs) / 10), "Too few hits to prove anything.");
    }
}
