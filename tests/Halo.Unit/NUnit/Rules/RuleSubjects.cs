using Halo.NUnit;

namespace Halo.Unit.NUnit.Rules;

/// <summary>Classes that break the rules, each in one way. Generic, so that the runner leaves them alone.</summary>
public static class RuleSubjects<TOnDemand>
{
    private static readonly Action Nothing = () => { };

    [NonParallelizable, PerfBudget(1), PerfRetry(Reason = "shared machine")]
    public sealed class Good
    {
        [Test]
        public void Test() => Perf.Measure(Nothing, 1);
    }

    [NonParallelizable, PerfRetry(Reason = "shared machine")]
    public sealed class GoodMix
    {
        [Test, PerfBudget]
        public void Timed() => Perf.Measure(Nothing, 1);

        [Test]
        public void Correct() => Assert.Pass();
    }

    [NonParallelizable, PerfBudget(1), PerfRetry]
    public sealed class NoReason
    {
        [Test]
        public void Test() => Perf.Measure(Nothing, 1);

        [Test]
        public void Other() => Perf.Measure(Nothing, 1);
    }

    [NonParallelizable]
    public sealed class NoBudget
    {
        [Test, PerfRetry(Reason = "shared machine")]
        public void Test() => Perf.Measure(Nothing, 1);
    }

    [NonParallelizable, PerfRetryFixed(Reason = "shared machine")]
    public sealed class NoBudgetInReach
    {
        [Test]
        public void Test() => Perf.Measure(Nothing, 1);
    }

    [PerfBudget(1), PerfRetry(Reason = "shared machine")]
    public sealed class NotAlone
    {
        [Test]
        public void Test() => Perf.Measure(Nothing, 1);
    }

    [NonParallelizable, PerfBudget(1), PerfRetry(maxRetries: 6, Reason = "shared machine")]
    public sealed class TooMany
    {
        [TestCase(1)]
        public void Test(int value) => Perf.Measure(Nothing, 1);
    }

    [NonParallelizable, PerfBudget(1), PerfRetry(Reason = "shared machine")]
    public sealed class BesideRetry
    {
        [Test, Retry(3)]
        public void Test() => Perf.Measure(Nothing, 1);
    }

    [NonParallelizable, PerfBudget(1), PerfRetry(Reason = "shared machine"), PerfRetryFixed(Reason = "shared machine")]
    public sealed class Both
    {
        [Test]
        public void Test() => Perf.Measure(Nothing, 1);
    }

    [NonParallelizable, PerfBudget(1), PerfRetry(onlyOnAssertion: false, Reason = "shared machine")]
    public sealed class Faulty
    {
        [Test]
        public void Test() => Perf.Measure(Nothing, 1);
    }

    [NonParallelizable, PerfBudget(1), PerfRetry(Reason = "shared machine")]
    public sealed class Hidden
    {
        [Test, MaxTime(1_000)]
        public void Test() => Perf.Measure(Nothing, 1);
    }

    [NonParallelizable]
    public sealed class BlindRetry
    {
        [Test, PerfBudget(1), Retry(3)]
        public void Test() => Perf.Measure(Nothing);
    }

    [NonParallelizable]
    public sealed class Unmeasured
    {
        [Test, PerfBudget(1)]
        public void Test() => Thread.Sleep(50);
    }

    [NonParallelizable, PerfBudget(1)]
    public sealed class UnmeasuredClass
    {
        [Test]
        public void Test() => Thread.Sleep(50);
    }

    [NonParallelizable]
    public sealed class OtherCheck
    {
        [Test, PerfBudget(1)]
        public void Test() => Perf.Allocates(Nothing).Exactly(0);
    }

    [NonParallelizable]
    public sealed class GoodRatio
    {
        [Test, PerfBudget(Samples = 5)]
        public void Test() => Perf.Ratio(Nothing, Nothing).AtMost(2);
    }

    [NonParallelizable]
    public sealed class GoodAsync
    {
        [Test, PerfBudget(1)]
        public async Task Test()
        {
            await Task.Yield();
            await Perf.MeasureAsync(() => Task.CompletedTask);
        }
    }

    [NonParallelizable]
    public sealed class GoodByHelper
    {
        [Test, PerfBudget(1)]
        public void Test() => Helper(value => value + 1);

        private static void Helper(Func<int, int> function)
        {
            void Local() => Perf.Measure(() => function(1));
            Local();
        }
    }
}
