using Halo.NUnit;
using static Halo.NUnit.Perf;

namespace Halo.Unit.NUnit.Retrying;

/// <summary>Fixtures whose tests are green in themselves, and have measured nothing. Generic, so that the runner leaves them alone.</summary>
public static class UnmeasuredSubjects<TOnDemand>
{
    public sealed class NoCall
    {
        [Test, PerfBudget(5)]
        public void Test() => Subject.Act();
    }

    public sealed class NoCallWithRetry
    {
        [Test, PerfBudget(5), PerfRetry(maxRetries: 3, onlyOnAssertion: false, Gate = PerfGate.Always)]
        public void Test() => Subject.Act();
    }

    public sealed class OtherCheck
    {
        [Test, PerfBudget(5)]
        public void Test() => Allocates(() => Subject.Machine.Spend(1)).Exactly(0);
    }

    public sealed class RatioWithoutLimit
    {
        [Test, PerfBudget(Samples = 5)]
        public void Test() => _ = Ratio(() => { }, () => { });
    }

    public sealed class EarlyPass
    {
        [Test, PerfBudget(5)]
        public void Test()
        {
            Assert.Pass();
            Measure(Subject.Act);
        }
    }

    public sealed class Swallowed
    {
        [Test, PerfBudget(100, Samples = 1, BatchMs = 0)]
        public void Test()
        {
            try
            {
                Measure(Subject.Act);
            }
            catch (PerfBudgetException)
            {
            }
        }
    }

    public sealed class SwallowedInconclusive
    {
        [Test, PerfBudget(100, Samples = 1, BatchMs = 0)]
        public void Test()
        {
            try
            {
                Measure(Subject.Act);
            }
            catch (Exception)
            {
            }
        }
    }

    public sealed class SwallowedWithoutAttribute
    {
        [Test]
        public void Test()
        {
            try
            {
                Measure(Subject.Act, budgetMs: 100);
            }
            catch (Exception)
            {
            }
        }
    }

    public sealed class PromisedWork
    {
        [Test, PerfBudget(5)]
        public void Test() => Measure<object>(() => Task.Delay(100));
    }

    public sealed class LazyWork
    {
        [Test, PerfBudget(5)]
        public void Test() => Measure(() => Enumerable.Range(0, 10).Select(number => number + 1));
    }

    public sealed class AsyncVoidWork
    {
        [Test, PerfBudget(5)]
        public void Test() => Measure(Later);

        private static async void Later() => await Task.Delay(1);
    }

    [PerfBudget(5)]
    public sealed class OnClass
    {
        [Test]
        public void Test() => Subject.Act();
    }

    public sealed class Expected
    {
        [Test, PerfBudget(100, Samples = 1, BatchMs = 0)]
        public void Test() => Assert.That(() => Measure(Subject.Act), Throws.InstanceOf<PerfBudgetException>());
    }
}
