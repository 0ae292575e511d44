using System.Globalization;

namespace Halo.Unit.Rules.Linting;

/// <summary>A generous bound for rule sets that are large, and of shapes that a search for pairs does not like.</summary>
[TestFixture, Category("Unit"), NonParallelizable]
public sealed class RuleLintTimeTests
{
    private const int Size = 100_000;
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    private static readonly TestCaseData[] Shapes =
    [
        Shape("distinct types", i => When.Type($"type{i}")),
        Shape("disjoint ranges of one type", i => When.Type("work") & When.Attribute("size").Between(i * 10, (i * 10) + 9)),
        Shape("overlapping ranges of one type", i => When.Type("work") & When.Attribute("size").Between(i * 10, (i * 10) + 11)),
        Shape("nested ranges of one type", i => When.Type("work") & When.Attribute("size").Between(i, (3 * Size) - i)),
        Shape("two of six attributes of one type", i => When.Type("work") & When.Attribute($"a{i % 6}").Is($"v{i % 97}") & When.Attribute($"a{(i + 1 + (i / 6 % 5)) % 6}").Is($"v{i % 89}")),
        Shape("prefixes", i => When.Attribute("path").StartsWith($"/{i}/")),
        Shape("lists", i => When.Type([.. Enumerable.Range(0, 6).Select(j => $"type{(i * 7) + (j * 1_000)}")])),
        Shape("negations", i => !When.Type($"type{i}")),
        Shape("regular expressions", i => When.Attribute("name").Matches($"^x{i}$")),
        Shape("equal conditions", _ => When.Type("work")),
        Shape("alternatives", i => When.Type($"type{i % 1_000}") & (When.Attribute("team").Is($"team{i}") | When.Attribute("size").AtLeast(i))),
    ];

    [TestCaseSource(nameof(Shapes))]
    public void Find_HundredThousandRules_TakesSeconds(Func<int, Condition> condition)
    {
        var rules = RuleSet.OfValidated(Enumerable.Range(0, Size).Select(i => new RoutingRule($"r{i}", condition(i), $"agent{i % 16}", i % 3)));
        var watch = WorkWatch.StartNew();
        var findings = RuleLint.Find(rules);
        var elapsed = watch.Elapsed;
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalMilliseconds:0} ms, {findings.Count} findings"));
        Assert.That(elapsed, Is.LessThan(Bound));
    }

    private static TestCaseData Shape(string name, Func<int, Condition> condition) => new TestCaseData(condition).SetArgDisplayNames(name);
}
