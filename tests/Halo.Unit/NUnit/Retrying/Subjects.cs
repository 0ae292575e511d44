using Halo.NUnit;
using static Halo.NUnit.Perf;

namespace Halo.Unit.NUnit.Retrying;

/// <summary>
/// Fixtures that other tests run. They are generic, so that the runner, which knows no argument for them, leaves them alone.
/// </summary>
public static class Subjects<TOnDemand>
{
    [PerfBudget(100, Samples = 1, BatchMs = 0)]
    public sealed class BudgetOnly
    {
        [Test]
        public void Test() => Measure(Subject.Act);
    }

    public sealed class OnMethod
    {
        [Test, PerfBudget(100, Samples = 1, BatchMs = 0), PerfRetry(Reason = "shared machine")]
        public void Test() => Measure(Subject.Act);
    }

    [PerfBudget(100, Samples = 1, BatchMs = 0), PerfRetryFixed(reruns: 2, delay: 2)]
    public class OnClass
    {
        [Test]
        public void Test() => Measure(Subject.Act);
    }

    public sealed class OnBaseClass : OnClass;

    [PerfBudget(100, Samples = 1, BatchMs = 0), PerfRetry(maxRetries: 5)]
    public sealed class NearestWins
    {
        [Test, PerfRetryFixed(reruns: 1, delay: 7)]
        public void Test() => Measure(Subject.Act);
    }

    [PerfRetry(maxRetries: 2)]
    public sealed class RetryOnClassBudgetOnMethod
    {
        [Test, PerfBudget(100, Samples = 1, BatchMs = 0)]
        public void Test() => Measure(Subject.Act);
    }

    [PerfBudget(100, Samples = 1, BatchMs = 0), PerfRetry(maxRetries: 5, initialDelay: 3, backoffFactor: 3, maxDelay: 20)]
    public sealed class Backoff
    {
        [Test]
        public void Test() => Measure(Subject.Act);
    }

    [PerfBudget(100, Samples = 1, BatchMs = 0), PerfRetry(maxRetries: 1)]
    public sealed class Async
    {
        [Test]
        public async Task Test() => await MeasureAsync(async () =>
        {
            await Task.Yield();
            Subject.Act();
        });
    }

    [PerfBudget(Samples = 1, BatchMs = 0), PerfRetry(maxRetries: 1)]
    public sealed class Cases
    {
        [TestCase(10)]
        [TestCase(100)]
        public void Test(double budgetMs) => Measure(Subject.Act, budgetMs);

        [TestCase(100, ExpectedResult = 5)]
        public int WithResult(double budgetMs)
        {
            Measure(Subject.Act, budgetMs);
            return 5;
        }
    }

    public class WithoutAttributes
    {
        [Test]
        public void Test()
        {
            Measure(Subject.Act, budgetMs: 100);
            Measure(Subject.Act, budgetMs: 200);
        }
    }

    public sealed class WithoutBudget
    {
        [Test]
        public void Test() => Measure(Subject.Act);
    }

    [PerfBudget(100, Samples = 0), PerfRetry(maxRetries: -1, backoffFactor: 0.5)]
    public sealed class Faulty
    {
        [Test]
        public void Test() => Measure(Subject.Act);
    }

    [PerfBudget(100, Samples = 1, BatchMs = 0), PerfRetry(maxRetries: 1, OnExhausted = PerfOnExhausted.Fail)]
    public sealed class Failing
    {
        [Test]
        public void Test() => Measure(Subject.Act);
    }

    [PerfBudget(100, Samples = 1, BatchMs = 0), PerfRetry(maxRetries: 1, OnExhausted = PerfOnExhausted.Inconclusive)]
    public sealed class Inconclusive
    {
        [Test]
        public void Test() => Measure(Subject.Act);
    }

    [PerfBudget(100, Samples = 1, BatchMs = 0), PerfRetry(maxRetries: 1, Gate = PerfGate.Always)]
    public sealed class Always
    {
        [Test]
        public void Test() => Measure(Subject.Act);
    }

    [PerfBudget(100, Samples = 1, BatchMs = 0, MaxBytes = 1_000), PerfRetry(maxRetries: 3)]
    public sealed class Bytes
    {
        [Test]
        public void Test() => Measure(Subject.Act);
    }

    /// <summary>For the dynamic assembly, which has the retry.</summary>
    public abstract class OnAssembly
    {
        [Test, PerfBudget(100, Samples = 1, BatchMs = 0)]
        public void Test() => Measure(Subject.Act);
    }
}
