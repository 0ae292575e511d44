using Halo.NUnit;

namespace Halo.Performance;

/// <summary>The suite keeps its own law: retries only beside budgets, with a reason, never in parallel.</summary>
[TestFixture, Category("Performance"), NonParallelizable]
public sealed class SuiteRules
{
    [Test]
    public void Suite_EveryTest_KeepsTheRules() => Assert.That(() => PerfRules.Check(typeof(SuiteRules).Assembly), Throws.Nothing);
}
