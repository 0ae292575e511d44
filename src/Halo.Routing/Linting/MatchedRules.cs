namespace Halo.Routing;

/// <summary>
/// Finds the rules that match some task of a graph, also those that never come first. Each round finds for every task the
/// first match among the rules that have matched none so far.
/// </summary>
internal static class MatchedRules
{
    private const int MinRounds = 2;
    private const int MaxRounds = 100;
    private const long MaxMatches = 20_000_000;

    /// <summary>By position in the rule set: whether the rule matches some task.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="graph">The tasks.</param>
    /// <param name="isComplete">False where the search stopped at its limit: then only true is certain.</param>
    public static bool[] Of(RuleSet rules, TaskGraph graph, out bool isComplete)
    {
        var matched = new bool[rules.Count];
        var positions = SameConditions(rules);
        var open = rules.Where(rule => positions.ContainsKey(rule.Id)).ToList();
        var rounds = Math.Clamp(MaxMatches / Math.Max(1, graph.Count), MinRounds, MaxRounds);
        for (var round = 0L; round < rounds && open.Count > 0; round++)
        {
            var winners = FirstMatches(open, graph);
            if (winners.Count == 0)
            {
                open.Clear();
                break;
            }

            foreach (var position in winners.SelectMany(id => positions[id])) matched[position] = true;
            open.RemoveAll(rule => winners.Contains(rule.Id));
        }

        isComplete = open.Count == 0;
        return matched;
    }

    /// <summary>For the first rule of each condition, the positions of all rules that have it.</summary>
    private static Dictionary<string, List<int>> SameConditions(RuleSet rules)
    {
        var firstByText = new Dictionary<string, int>(StringComparer.Ordinal);
        var positions = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var position = 0; position < rules.Count; position++)
        {
            // Equal texts nearly say that the conditions are equal; comparing them makes it certain.
            var text = rules[position].When.ToString();
            var first = rules[firstByText.TryAdd(text, position) ? position : firstByText[text]];
            if (first.Id != rules[position].Id && first.When.Equals(rules[position].When)) positions[first.Id].Add(position);
            else positions.Add(rules[position].Id, [position]);
        }

        return positions;
    }

    private static HashSet<string> FirstMatches(List<RoutingRule> rules, TaskGraph graph)
    {
        var index = new RuleIndex(RuleSet.Create(rules));
        var row = index.NewRow(graph.Literals);
        var winners = new HashSet<string>(StringComparer.Ordinal);
        for (var task = 0; task < graph.Count; task++)
        {
            var literals = graph.LiteralsOf(task);
            row.Load(literals);
            if (index.FirstMatch(row, index.Targets.AllAdmitted) is >= 0 and var rule) winners.Add(index.Log.RuleOf(rule).Id);
            row.Unload(literals);
        }

        return winners;
    }
}
