using Halo.NUnit;
using static Halo.NUnit.Perf;

namespace Halo.Unit.NUnit.Retrying;

/// <summary>Fixtures for what surrounds a measured test. Generic, so that the runner leaves them alone.</summary>
public static class LawSubjects<TOnDemand>
{
    [PerfBudget(100), PerfRetry(maxRetries: 3)]
    public sealed class Unmeasured
    {
        [Test]
        public void Test() => Subject.Act();
    }

    [PerfBudget(100), PerfRetry(maxRetries: 3, onlyOnAssertion: false, Gate = PerfGate.Always)]
    public sealed class SelfTimed
    {
        [Test]
        public void Test() => Subject.Act();
    }

    [PerfBudget(100), PerfRetry(maxRetries: 3, onlyOnAssertion: false, Gate = PerfGate.Always)]
    public sealed class SelfTimedSetUp
    {
        [SetUp]
        public void Prepare() => Subject.Act();

        [Test]
        public void Test() => Assert.Pass();
    }

    [PerfBudget(100, Samples = 1, BatchMs = 0), PerfRetry(maxRetries: 3)]
    public sealed class FailingTearDown
    {
        [Test]
        public void Test() => Measure(Subject.Act);

        [TearDown]
        public void CleanUp() => Assert.Fail("not clean");
    }

    [PerfBudget(100, Samples = 1, BatchMs = 0), PerfRetry(maxRetries: 3)]
    public sealed class OtherFailureToo
    {
        [Test]
        public void Test()
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(Subject.Machine, Is.Null);
                Measure(Subject.Act);
            }
        }
    }

    [PerfBudget(100, Samples = 1, BatchMs = 0), PerfRetry(maxRetries: 3)]
    public sealed class WrongAfterwards
    {
        [Test]
        public void Test()
        {
            Assert.That(() => Measure(Subject.Act), Throws.InstanceOf<PerfBudgetException>());
            Assert.Fail("wrong");
        }
    }

    [PerfBudget(100, Samples = 1, BatchMs = 0), PerfRetry(maxRetries: 3)]
    public sealed class Around
    {
        [SetUp]
        public void Prepare() => Subject.Machine.Notes.Add("set up");

        [Test]
        public void Test() => Measure(Subject.Act);

        [TearDown]
        public void CleanUp() => Subject.Machine.Notes.Add("tear down");
    }

    [FixtureLifeCycle(LifeCycle.InstancePerTestCase), PerfBudget(100, Samples = 1, BatchMs = 0), PerfRetry(maxRetries: 2)]
    public sealed class OwnInstance : IDisposable
    {
        private int _runs;

        [Test]
        public void Test()
        {
            Subject.Machine.Notes.Add($"run {++_runs}");
            Measure(Subject.Act);
        }

        public void Dispose() => Subject.Machine.Notes.Add("disposed");
    }

    [CancelAfter(60_000), PerfBudget(100, Samples = 1, BatchMs = 0), PerfRetry(maxRetries: 2)]
    public sealed class Cancellable
    {
        private readonly List<CancellationToken> _tokens = [];

        [Test]
        public void Test(CancellationToken token)
        {
            Subject.Machine.Notes.Add($"new {!_tokens.Contains(token)}, can be cancelled {token.CanBeCanceled}, in the context {token == TestContext.CurrentContext.CancellationToken}");
            _tokens.Add(token);
            Measure(Subject.Act);
        }
    }

    [PerfBudget(100, Samples = 1, BatchMs = 0), PerfRetry(maxRetries: 2)]
    public sealed class MaxTimeBeside
    {
        [Test, MaxTime(60_000), PerfBudget(100, Samples = 1, BatchMs = 0), PerfRetry(maxRetries: 1)]
        public void Test() => Measure(Subject.Act);
    }

    [PerfBudget(100, Samples = 1, BatchMs = 0), PerfRetry(maxRetries: 2)]
    public sealed class HiddenRetry
    {
        [Test, MaxTime(60_000)]
        public void Test() => Measure(Subject.Act);
    }
}
