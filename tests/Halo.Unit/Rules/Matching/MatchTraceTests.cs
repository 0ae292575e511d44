using FsCheck.Fluent;

namespace Halo.Unit.Rules.Matching;

/// <summary>Which condition of a rule failed first, and what it found.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class MatchTraceTests
{
    private static readonly AttributeTest Type = When.Attribute("type");
    private static readonly AttributeTest Cores = When.Attribute("cores");
    private static readonly Dictionary<string, AttributeValue> Task = new() { ["type"] = "compile", ["cores"] = 4 };

    public static IEnumerable<TestCaseData> Failures()
    {
        (Condition When, string? Failed, AttributeValue Actual)[] rows =
        [
            (Type.Is("compile") & Cores.AtLeast(4), null, default),
            (Type.Is("test"), "type = test", "compile"),
            (Type.Is("compile") & Cores.AtLeast(8) & Type.Is("x"), "cores >= 8", 4),
            (When.All(Type.Is("compile"), When.All(Cores.Exists(), Cores.AtLeast(8))), "cores >= 8", 4),
            (When.Attribute("os").In("linux", "macos"), "os in [linux, macos]", default),
            (!Type.Is("compile"), "not (type = compile)", "compile"),
            (!(Type.Is("compile") & Cores.Exists()), "not (type = compile and cores exists)", default),
            (Type.Is("x") | Cores.AtLeast(8), "type = x or cores >= 8", default),
            (Cores.Exists() & (Type.Is("x") | Type.Is("y")), "type = x or type = y", default),
            (When.Any(), "never", default), (When.Always, null, default),
        ];
        return rows.Select(row => new TestCaseData(row.When, row.Failed, row.Actual).SetArgDisplayNames(row.When.ToString()));
    }

    [TestCaseSource(nameof(Failures))]
    public void Of_Rule_NamesTheFirstFailedConditionAndItsValue(Condition when, string? failed, AttributeValue actual)
    {
        var trace = MatchTrace.Of(new RoutingRule("r", when, "a"), Task);
        Assert.That((trace.Matched, trace.Failed?.ToString(), trace.Actual), Is.EqualTo((failed is null, failed, actual)));
    }

    [Test]
    public void Of_RuleSet_TracesEveryRuleBestFirst() =>
        Assert.That(MatchTrace.Of(RuleSet.Create(new RoutingRule("low", When.Always, "a", -1), new RoutingRule("high", Type.Is("x"), "a", 1)), Task).Select(trace => trace.ToString()),
            Is.EqualTo(new[] { "high: type = x failed, was compile", "low: matched" }));

    [Test]
    public void Of_RandomRules_AgreesWithTheMatchers()
    {
        var inputs = from rules in RandomRules.RuleSets(20) from tasks in RandomRules.Tasks.ArrayOf(20) select (rules, tasks);
        Check.ForAll(inputs, 100, input =>
        {
            var index = new RuleIndex(input.rules);
            foreach (var task in input.tasks)
            {
                var traces = MatchTrace.Of(input.rules, task);
                if (!traces.Where(trace => trace.Matched).Select(trace => trace.Rule).SequenceEqual(index.AllMatches(task))) return $"traces and matches differ for {string.Join(", ", task)}";
                foreach (var trace in traces)
                {
                    if (trace.Failed is { } failed && ValueTest.Holds(failed, name => task.GetValueOrDefault(name))) return $"{trace}, yet it holds";
                    if (trace.Failed is AttributeCondition test && trace.Actual != task.GetValueOrDefault(test.Attribute)) return $"{trace}, which is not the task's value";
                }
            }

            return null;
        });
    }

    [Test]
    public void Of_Null_Throws()
    {
        Assert.Throws<ArgumentNullException>(() => MatchTrace.Of((RuleSet)null!, Task));
        Assert.Throws<ArgumentNullException>(() => MatchTrace.Of((RoutingRule)null!, Task));
        Assert.Throws<ArgumentNullException>(() => MatchTrace.Of(new RoutingRule("r", When.Always, "a"), null!));
    }
}
