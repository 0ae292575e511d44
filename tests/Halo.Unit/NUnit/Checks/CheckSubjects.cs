using Halo.NUnit;
using static Halo.NUnit.Perf;

namespace Halo.Unit.NUnit.Checks;

/// <summary>Fixtures that other tests run. Generic, so that the runner leaves them alone.</summary>
public static class CheckSubjects<TOnDemand>
{
    /// <summary>The subject takes 12 ms of work to the reference's 10; both queue.</summary>
    public sealed class Ratios
    {
        [TestCase(1.2)]
        [TestCase(1.19)]
        public void AtMost(double ratio) => Ratio(() => Work(10), () => Work(12)).AtMost(ratio);

        [TestCase(0.83)]
        [TestCase(0.84)]
        public void AtLeast(double speedUp) => Ratio(() => Work(10), () => Work(12)).AtLeast(speedUp);

        private static void Work(double milliseconds) => Subject.Machine.Spend(milliseconds * 1.5, runDelayMs: milliseconds * 0.5);
    }

    /// <summary>The subject takes twice as long, and starves.</summary>
    public sealed class Starved
    {
        [Test]
        public void Test() => Ratio(() => Subject.Machine.Spend(10), () => Subject.Machine.Spend(100, runDelayMs: 80)).AtMost(1);
    }

    /// <summary>The subject sleeps once in a thousand calls.</summary>
    public sealed class RareSleeps
    {
        private int _calls;

        [Test]
        public void Test() => Ratio(() => Subject.Machine.Spend(0.01), () => Subject.Machine.Spend(_calls++ % 1_000 == 0 ? 20 : 0.01, cpuMs: 0.01)).AtMost(1.5);
    }

    /// <summary>Quadratic work.</summary>
    public sealed class Scalings
    {
        [TestCase(2.01)]
        [TestCase(1.99)]
        public void AtMost(double exponent) => Scaling(n => Subject.Machine.Spend(0.001 * n * n), 50, 100, 200, 400).AtMost(exponent);

        [TestCase(1.01)]
        public void Prepared(double exponent) => Scaling(
            n =>
            {
                Subject.Machine.Spend(n * n);
                return () => Subject.Machine.Spend(0.1 * n);
            },
            10,
            100).AtMost(exponent);
    }

    /// <summary>Allocates 100 bytes a call.</summary>
    public sealed class Allocations
    {
        [TestCase(100)]
        [TestCase(99)]
        public void AtMost(long bytes) => Allocates(Allocate).AtMost(bytes);

        [TestCase(100)]
        [TestCase(101)]
        public void Exactly(long bytes) => Allocates(Allocate).Exactly(bytes);

        private static void Allocate() => Subject.Machine.Spend(1, bytes: 100);
    }

    [PerfBudget(100), PerfRetry(maxRetries: 3, Gate = PerfGate.Always)]
    public sealed class WithRetry
    {
        [Test]
        public void Fails() => Ratio(() => Subject.Machine.Spend(10), () => Subject.Machine.Spend(20, runDelayMs: 5)).AtMost(1);
    }
}
