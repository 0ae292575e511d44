using Halo.NUnit;

namespace Halo.Unit.NUnit.Rules;

/// <summary>Classes that break the rules, each in one way. Generic, so that the runner leaves them alone.</summary>
public static class RuleSubjects<TOnDemand>
{
    [NonParallelizable, PerfBudget(1), PerfRetry(Reason = "shared machine")]
    public sealed class Good
    {
        [Test]
        public void Test() => Assert.Pass();
    }

    [NonParallelizable, PerfRetry(Reason = "shared machine")]
    public sealed class GoodMix
    {
        [Test, PerfBudget]
        public void Timed() => Assert.Pass();

        [Test]
        public void Correct() => Assert.Pass();
    }

    [NonParallelizable, PerfBudget(1), PerfRetry]
    public sealed class NoReason
    {
        [Test]
        public void Test() => Assert.Pass();

        [Test]
        public void Other() => Assert.Pass();
    }

    [NonParallelizable]
    public sealed class NoBudget
    {
        [Test, PerfRetry(Reason = "shared machine")]
        public void Test() => Assert.Pass();
    }

    [NonParallelizable, PerfRetryFixed(Reason = "shared machine")]
    public sealed class NoBudgetInReach
    {
        [Test]
        public void Test() => Assert.Pass();
    }

    [PerfBudget(1), PerfRetry(Reason = "shared machine")]
    public sealed class NotAlone
    {
        [Test]
        public void Test() => Assert.Pass();
    }

    [NonParallelizable, PerfBudget(1), PerfRetry(maxRetries: 6, Reason = "shared machine")]
    public sealed class TooMany
    {
        [TestCase(1)]
        public void Test(int value) => Assert.Pass();
    }

    [NonParallelizable, PerfBudget(1), PerfRetry(Reason = "shared machine")]
    public sealed class BesideRetry
    {
        [Test, Retry(3)]
        public void Test() => Assert.Pass();
    }

    [NonParallelizable, PerfBudget(1), PerfRetry(Reason = "shared machine"), PerfRetryFixed(Reason = "shared machine")]
    public sealed class Both
    {
        [Test]
        public void Test() => Assert.Pass();
    }

    [NonParallelizable, PerfBudget(1), PerfRetry(onlyOnAssertion: false, Reason = "shared machine")]
    public sealed class Faulty
    {
        [Test]
        public void Test() => Assert.Pass();
    }

    [NonParallelizable, PerfBudget(1), PerfRetry(Reason = "shared machine")]
    public sealed class Hidden
    {
        [Test, MaxTime(1_000)]
        public void Test() => Assert.Pass();
    }
}
