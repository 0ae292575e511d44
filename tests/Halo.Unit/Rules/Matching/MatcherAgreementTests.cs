using FsCheck.Fluent;

namespace Halo.Unit.Rules.Matching;

/// <summary>Index, linear matcher and the definition, on random rules and tasks.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class MatcherAgreementTests
{
    private const int Sets = 400;
    private const int TasksPerSet = 30;
    private const int MasksPerTask = 4;

    [Test]
    public void FirstMatch_RandomRulesTasksAndAgents_AgreesWithTheDefinition()
    {
        var (checks, hits) = (0, 0);
        var masks = Gen.Elements(true, true, false).ArrayOf(4).ArrayOf(MasksPerTask);
        var inputs = from rules in RandomRules.RuleSets(25)
                     from tasks in RandomRules.Tasks.ArrayOf(TasksPerSet)
                     from admitted in masks
                     select (rules, tasks, admitted);
        Check.ForAll(inputs, Sets, input =>
        {
            RuleMatcher[] matchers = [new LinearMatcher(input.rules), new RuleIndex(input.rules)];
            foreach (var task in input.tasks)
            {
                var matching = Expected(input.rules, task);
                foreach (var mask in input.admitted)
                {
                    var expected = matching.Where(rule => mask[rule.Agent[0] - 'A']).Select(rule => rule.Id).ToArray();
                    foreach (var matcher in matchers)
                    {
                        bool[] admitted = [.. matcher.Targets.Names.Select(name => mask[name[0] - 'A'])];
                        var found = Matchers.Enumerate(matcher, task, admitted);
                        checks += found.Length + 1;
                        hits += found.Length;
                        if (!found.SequenceEqual(expected)) return Describe(matcher, input.rules, task, expected, found);
                    }
                }
            }

            return null;
        });
        TestContext.Out.WriteLine($"{checks} match checks, {hits} hits");
        Assert.That((checks >= 250 * Check.Runs(Sets), hits >= 125 * Check.Runs(Sets)), Is.EqualTo((true, true)), $"Only {checks} checks with {hits} hits.");
    }

    [Test]
    public void AllMatches_RandomRulesAndTasks_AgreesWithTheDefinition()
    {
        var inputs = from rules in RandomRules.RuleSets(25) from tasks in RandomRules.Tasks.ArrayOf(TasksPerSet) select (rules, tasks);
        Check.ForAll(inputs, Sets / 4, input =>
        {
            RuleMatcher[] matchers = [new LinearMatcher(input.rules), new RuleIndex(input.rules)];
            foreach (var task in input.tasks)
            {
                string[] expected = [.. Expected(input.rules, task).Select(rule => rule.Id)];
                foreach (var matcher in matchers)
                {
                    string[] found = [.. matcher.AllMatches(task).Select(rule => rule.Id)];
                    if (!found.SequenceEqual(expected)) return Describe(matcher, input.rules, task, expected, found);
                    if (matcher.TryMatch(task, out var best) != (expected.Length > 0) || best?.Id != expected.FirstOrDefault()) return $"TryMatch of {matcher.GetType().Name} gave {best?.Id}";
                }
            }

            return null;
        });
    }

    // Its own sort, so that a wrong rank order cannot hide behind itself.
    private static RoutingRule[] Expected(RuleSet rules, Dictionary<string, AttributeValue> task) =>
        [.. rules.OrderByDescending(rule => rule.Priority).Where(rule => ValueTest.Holds(rule.When, name => task.GetValueOrDefault(name)))];

    private static string Describe(RuleMatcher matcher, RuleSet rules, Dictionary<string, AttributeValue> task, string[] expected, string[] found)
    {
        var wrong = expected.Except(found).Concat(found.Except(expected)).Select(id => rules.TryGet(id, out var rule) ? $"{rule.Id}: {rule.When}" : id);
        return $"{matcher.GetType().Name} found [{string.Join(' ', found)}] instead of [{string.Join(' ', expected)}] for {string.Join(", ", task)}; {string.Join("; ", wrong)}";
    }
}
