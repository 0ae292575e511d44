using System.Globalization;
using Halo.NUnit;

namespace Halo.Performance;

/// <summary>
/// What a match costs at any number of rules: net time of one match with the task's encoding, no allocation, build time and
/// memory, and the cost of one change.
/// </summary>
[TestFixture, Category("Performance"), NonParallelizable]
[PerfBudget(Clock = PerfClock.Calm)]
public sealed class IndexBudgets
{
    private const int Calls = 1_000;
    private const string NameWithoutBudget = "{m}({0},{1})"; // another budget is no other test
    private const string Margin = "Neighbors on the host change the speed of memory several times: run it on a machine that has none.";

    [OneTimeSetUp]
    public void RequireOptimizedCode() => Optimized.Require(typeof(RuleIndex));

    [TestCase("distinct types", 25, 0.065, TestName = NameWithoutBudget)]
    [TestCase("distinct types", 1_000, 0.065, TestName = NameWithoutBudget)]
    [TestCase("all match, first full", 100_000, 0.09, TestName = NameWithoutBudget)]
    [TestCase("near misses, seven equalities", 100_000, 0.18, TestName = NameWithoutBudget)]
    [TestCase("near misses, negations", 100_000, 0.11, TestName = NameWithoutBudget)]
    public void FirstMatch_RulesInTheCache_IsWithinBudget(string workload, int rules, double budgetMicroseconds) => MatchWithin(workload, rules, budgetMicroseconds);

    [TestCase("distinct types", 100_000, 0.12, TestName = NameWithoutBudget)]
    [TestCase("distinct types", 1_000_000, 0.15, TestName = NameWithoutBudget)]
    [TestCase("one type, two of six attributes", 100_000, 0.6, TestName = NameWithoutBudget, Category = "Nightly", Explicit = true, Reason = Margin)]
    [TestCase("ranges and prefixes", 100_000, 1.2, TestName = NameWithoutBudget, Category = "Nightly", Explicit = true, Reason = Margin)]
    [TestCase("realistic mix", 100_000, 0.5, TestName = NameWithoutBudget, Category = "Nightly", Explicit = true, Reason = Margin)]
    [PerfBudget(Clock = PerfClock.Calm, Bound = PerfBound.Memory)]
    public void FirstMatch_RulesBeyondTheCache_IsWithinBudget(string workload, int rules, double budgetMicroseconds) => MatchWithin(workload, rules, budgetMicroseconds);

    // One lookup in a dictionary of the same size is what the memory of this machine allows, cache misses included.
    [TestCase(1_000)]
    [TestCase(100_000)]
    [TestCase(1_000_000)]
    [Explicit(Margin), Category("Nightly")]
    public void FirstMatch_DistinctTypes_CostsAtMostSixDictionaryLookups(int rules)
    {
        var work = RuleWorkload.Create("distinct types", rules);
        var dictionary = Enumerable.Range(0, rules).ToDictionary(i => i * 7);
        var random = new Random(rules);
        var keys = Enumerable.Range(0, 4_096).Select(_ => random.Next(rules) * 7).ToArray();
        var (at, sum) = (0, 0L);
        void Lookups()
        {
            for (var i = 0; i < Calls; i++)
            {
                sum += dictionary[keys[at]];
                at = (at + 1) & (keys.Length - 1);
            }
        }

        Perf.Ratio(Lookups, work.Matching(new RuleIndex(work.Rules), Calls)).AtMost(6);
        Assert.That(sum, Is.GreaterThan(0));
    }

    [Test]
    public void FirstMatch_MoreDistinctTypes_GrowsWithAnExponentOfAtMost035()
    {
        Perf.Scaling(size =>
        {
            var work = RuleWorkload.Create("distinct types", size);
            return work.Matching(new RuleIndex(work.Rules), Calls);
        }, 1_000, 10_000, 100_000, 1_000_000).AtMost(0.35);
    }

    [TestCaseSource(typeof(RuleWorkload), nameof(RuleWorkload.Names))]
    public void FirstMatch_Workload_AllocatesNothing(string workload)
    {
        var work = RuleWorkload.Create(workload, 10_000);
        Perf.Allocates(work.Matching(new RuleIndex(work.Rules), Calls)).Exactly(0);
    }

    [TestCaseSource(typeof(RuleWorkload), nameof(RuleWorkload.Names))]
    public void FirstMatch_Workload_AnswersAsTheLinearMatcher(string workload)
    {
        var work = RuleWorkload.Create(workload, 2_000);
        Assert.That(work.Answers(new RuleIndex(work.Rules), 500), Is.EqualTo(work.Answers(new LinearMatcher(work.Rules), 500)));
    }

    [Test, PerfBudget(4_000, Samples = 1, Clock = PerfClock.Calm)]
    public void Build_AMillionRules_IsWithinBudget()
    {
        var rules = RuleWorkload.Create("distinct types", 1_000_000).Rules;
        Perf.Measure(() => new RuleIndex(rules));
    }

    [TestCase("distinct types")]
    [TestCase("one type, two of six attributes")]
    [TestCase("realistic mix")]
    public void Build_AHundredThousandRules_RetainsAtMost200BytesARule(string workload)
    {
        const int Rules = 100_000;
        var rules = RuleWorkload.Create(workload, Rules).Rules;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var index = new RuleIndex(rules);
        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Rules;
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each:0} bytes a rule; the index says {index.Statistics.Bytes / Rules}"));
        Assert.That(each, Is.LessThanOrEqualTo(200));
        GC.KeepAlive(rules);
    }

    [Test]
    public void Add_OneRuleToAHundredThousand_CostsAThousandthOfABuild()
    {
        const int Additions = 1_000;
        var rules = RuleWorkload.Create("distinct types", 100_000).Rules;
        Perf.Ratio(() => _ = new RuleIndex(rules), AddMany(new RuleIndex(rules), Additions)).AtMost(1.0);
    }

    [Test, PerfBudget(330, Clock = PerfClock.Calm)]
    public void Add_TenThousandRulesOneByOne_IsWithinBudget() => Perf.Measure(AddMany(new RuleIndex(RuleSet.Empty), 10_000));

    [Test, PerfBudget(3_800, Samples = 1, Clock = PerfClock.Calm)]
    public void Build_HostileAttributes_IsWithinBudget()
    {
        var random = new Random(1);
        var rules = RuleSet.Create(Enumerable.Range(0, 100_000).Select(i => new RoutingRule($"rule_{i}",
            When.All([.. Enumerable.Range(0, 40).Where(_ => random.Next(4) == 0).Append(0).Distinct().Select(a => When.Attribute($"a{a}").Is($"v{random.Next(50)}"))]), "agent")));
        Perf.Measure(() => new RuleIndex(rules));
    }

    private static void MatchWithin(string workload, int rules, double budgetMicroseconds)
    {
        var work = RuleWorkload.Create(workload, rules);
        Perf.Measure(work.Matching(new RuleIndex(work.Rules), Calls), budgetMicroseconds / 1_000 * Calls);
    }

    private static Action AddMany(RuleIndex start, int count) => () =>
    {
        var index = start;
        for (var i = 0; i < count; i++) index = index.Add(new RoutingRule($"new_{i}", When.Type($"new_type_{i}"), "agent_1", i % 3));
        GC.KeepAlive(index);
    };
}
