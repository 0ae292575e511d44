using Halo.NUnit;

namespace Halo.Unit.NUnit.Rules;

/// <summary>Every rule, broken and kept.</summary>
[TestFixture, Category("Unit")]
public sealed class PerfRulesTests
{
    private static IEnumerable<TestCaseData> Broken() =>
    [
        new(typeof(RuleSubjects<int>.NoReason), "NoReason*: a retry needs a Reason."),
        new(typeof(RuleSubjects<int>.NoBudget), "NoBudget*.Test: it is tried again, but has no time budget*"),
        new(typeof(RuleSubjects<int>.NoBudgetInReach), "NoBudgetInReach*: its retry reaches no test with a time budget."),
        new(typeof(RuleSubjects<int>.NotAlone), "NotAlone*.Test: it is tried again, but is not [[]NonParallelizable]*"),
        new(typeof(RuleSubjects<int>.TooMany), "TooMany*: 6 retries are more than 5*"),
        new(typeof(RuleSubjects<int>.BesideRetry), "BesideRetry*.Test: [[]Retry] tries a slow or wrong test again*"),
        new(typeof(RuleSubjects<int>.Both), "Both*: PerfRetry and PerfRetryFixed are given in one place*"),
        new(typeof(RuleSubjects<int>.Faulty), "Faulty*: OnlyOnAssertion is false, which needs Gate = PerfGate.Always*"),
        new(typeof(RuleSubjects<int>.BlindRetry), "BlindRetry*.Test: [[]Retry] tries a slow or wrong test again*"),
        new(typeof(RuleSubjects<int>.Unmeasured), "Unmeasured*.Test: it has a time budget, but measures nothing*"),
        new(typeof(RuleSubjects<int>.UnmeasuredClass), "UnmeasuredClass*: its budget reaches no test that measures."),
        new(typeof(RuleSubjects<int>.OtherCheck), "OtherCheck*.Test: it has a time budget, but measures nothing*"),
        new(typeof(RuleSubjects<int>.Hidden), "Hidden*.Test: [[]MaxTime] on it hides*"),
    ];

    [TestCaseSource(nameof(Broken))]
    public void Faults_BrokenRule_IsTheOnlyFault(Type fixture, string pattern)
    {
        var fault = PerfRules.Faults([fixture]).Single();
        var expected = System.Text.RegularExpressions.Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\[\[]", @"\[", StringComparison.Ordinal);
        Assert.That(fault, Does.Match($"(?s)\\+{expected}$"));
    }

    [TestCase(typeof(RuleSubjects<int>.Good))]
    [TestCase(typeof(RuleSubjects<int>.GoodMix))]
    [TestCase(typeof(RuleSubjects<int>.GoodAsync))]
    [TestCase(typeof(RuleSubjects<int>.GoodByHelper))]
    [TestCase(typeof(RuleSubjects<int>.GoodRatio))]
    public void Faults_KeptRules_AreNone(Type fixture) => Assert.That(PerfRules.Faults([fixture]), Is.Empty);

    [Test]
    public void Check_Assembly_ListsEveryFaultInOneException() =>
        Assert.That(
            () => PerfRules.Check(typeof(PerfRulesTests).Assembly),
            Throws.InstanceOf<AssertionException>().With.Message.Contains("NoReason").And.Message.Contains("+NotAlone").And.Message.Contains("+Hidden"));

    [Test]
    public void Check_AssemblyWithoutPerformanceTests_HasNoFault() => Assert.That(() => PerfRules.Check(typeof(PerfRules).Assembly), Throws.Nothing);
}
