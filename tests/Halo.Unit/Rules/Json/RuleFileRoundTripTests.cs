using FsCheck.Fluent;

namespace Halo.Unit.Rules.Json;

/// <summary>What is written can be read, means the same, and is written the same again.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class RuleFileRoundTripTests
{
    [Test]
    public void ToJson_RandomRules_ReadBackMatchTheSameTasks()
    {
        var inputs = from rules in RandomRules.RuleSets(15) from tasks in RandomRules.Tasks.ArrayOf(20) select (rules, tasks);
        Check.ForAll(inputs, 300, input =>
        {
            var read = RuleFile.Parse(RuleFile.ToJson(input.rules));
            for (var i = 0; i < input.rules.Count; i++)
            {
                var (rule, copy) = (input.rules[i], read[i]);
                if ((copy with { When = rule.When }) != rule) return $"{copy} instead of {rule}";
                var witness = input.tasks.FirstOrDefault(task => Holds(rule, task) != Holds(copy, task));
                if (witness is not null) return $"'{rule.When}' came back as '{copy.When}', which differs for {string.Join(", ", witness)}";
            }

            return null;
        });
    }

    [Test]
    public void ToJson_RandomRules_IsAFixpoint() =>
        Check.ForAll(RandomRules.RuleSets(15), 300, rules =>
        {
            // Rule by rule, so that a failure shows one rule and not a whole file.
            foreach (var rule in rules)
            {
                var json = RuleFile.ToJson(RuleSet.Create(rule));
                var again = RuleFile.ToJson(RuleFile.Parse(json));
                if (json != again) return $"{json} became {again}";
            }

            return null;
        });

    [TestCase("quote \" backslash \\ emoji \U0001F600 markup <&> accent \u00e9 line \u2028")]
    [TestCase("all")]
    [TestCase("$schema")]
    [TestCase("\uFEFF")]
    public void ToJson_UnusualText_ComesBack(string text)
    {
        var rule = new RoutingRule(text, When.Attribute("x" + text).Is(text) & When.Attribute(text + "x").Like(text), text, 1, text);
        Assert.That(RuleFile.Parse(RuleFile.ToJson(RuleSet.Create(rule)))[0], Is.EqualTo(rule));
    }

    [Test]
    public void ToJson_ControlCharactersInValuesAndExplanations_ComeBack()
    {
        const string Text = "tab \t newline \n null \0";
        var rule = new RoutingRule("r", When.Attribute("x").Is(Text) & When.Attribute("y").Like(Text), "agent", 1, Text);
        Assert.That(RuleFile.Parse(RuleFile.ToJson(RuleSet.Create(rule)))[0], Is.EqualTo(rule));
    }

    [TestCase(0.1)]
    [TestCase(double.MaxValue)]
    [TestCase(double.Epsilon)]
    [TestCase(1e21)]
    [TestCase(-123456789.123456789)]
    public void ToJson_Number_ComesBackExactly(double number)
    {
        var rule = new RoutingRule("r", When.Attribute("a").Is(number) & When.Attribute("b").Between(-Math.Abs(number), Math.Abs(number)), "x");
        Assert.That(RuleFile.Parse(RuleFile.ToJson(RuleSet.Create(rule)))[0], Is.EqualTo(rule));
    }

    [TestCase(true, true)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(false, false)]
    public void ToJson_Range_KeepsWhichBoundsAreInside(bool minimumInclusive, bool maximumInclusive)
    {
        var rule = new RoutingRule("r", new RangeCondition("a", 1, 2, minimumInclusive, maximumInclusive), "x");
        Assert.That(RuleFile.Parse(RuleFile.ToJson(RuleSet.Create(rule)))[0], Is.EqualTo(rule));
    }

    [Test]
    public void ToJson_RangeWithoutBounds_StillMeansAnyNumber()
    {
        var read = RuleFile.Parse(RuleFile.ToJson(RuleSet.Create(new RoutingRule("r", new RangeCondition("a"), "x"))))[0].When;
        Assert.That(new AttributeValue[] { double.MinValue, 0, double.MaxValue, "0", default }.Select(value => ValueTest.Holds(read, _ => value)), Is.EqualTo(new[] { true, true, true, false, false }));
    }

    // The reader's limit of nesting must leave room for every condition that the validator lets through.
    [Test]
    public void ToJson_DeepestAllowedConditions_CanBeReadAgain()
    {
        Condition test = When.Attribute("a").In("x", "y"), all = test, any = test, not = test;
        for (var depth = 1; depth < Condition.MaxDepth; depth++) (all, any, not) = (When.All(all, test), When.Any(any, test), !not);
        var rules = RuleSet.Create(new RoutingRule("all", all, "x"), new RoutingRule("any", any, "x"), new RoutingRule("not", not, "x"));
        Assert.That(RuleFile.Parse(RuleFile.ToJson(rules)), Is.EqualTo(rules));
    }

    [Test]
    public void ToJson_Defaults_AreLeftOut() =>
        Assert.That(RuleFile.ToJson(RuleSet.Create(new RoutingRule("r", When.Always, "x"))), Does.Not.Contain("priority").And.Not.Contain("explanation"));

    [Test]
    public void ToJson_Conjunction_IsOneObject() =>
        Assert.That(RuleFile.ToJson(RuleSet.Create(new RoutingRule("r", When.Type("x") & !When.Attribute("a").Exists(), "x"))), Does.Not.Contain("\"all\"").And.Not.Contain("\"not\""));

    private static bool Holds(RoutingRule rule, Dictionary<string, AttributeValue> task) => ValueTest.Holds(rule.When, name => task.GetValueOrDefault(name));
}
