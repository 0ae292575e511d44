using NUnit.Framework.Interfaces;
using static Halo.Results.PerfVerdict;

namespace Halo.Unit.NUnit.Retrying;

/// <summary>What is never tried again, and what surrounds an attempt.</summary>
[TestFixture, Category("Unit")]
public sealed class RetryLawTests
{
    private static IEnumerable<TestCaseData> OtherOutcomes()
    {
        TestCaseData Case(string name, Action outcome) => new TestCaseData(outcome).SetArgDisplayNames(name);

        yield return Case("wrong result", () => Assert.Fail("wrong"));
        yield return Case("several wrong results", () => Assert.Multiple(() =>
        {
            Assert.That(Environment.ProcessId, Is.Zero);
            Assert.That(Environment.TickCount64, Is.Zero);
        }));
        yield return Case("exception", () => throw new InvalidOperationException());
        yield return Case("timeout", () => throw new TimeoutException());
        yield return Case("cancellation", () => throw new OperationCanceledException());
        yield return Case("out of memory", () => throw new InsufficientMemoryException());
        yield return Case("inconclusive", () => Assert.Inconclusive());
        yield return Case("ignored", () => Assert.Ignore());
        yield return Case("warning", () => Assert.Warn("odd"));
        yield return Case("passed early", () => Assert.Pass());
    }

    [TestCaseSource(nameof(OtherOutcomes))]
    public void Run_AnyOtherOutcome_IsNotTriedAgain(Action outcome) => ExpectCalls(typeof(LawSubjects<int>.Unmeasured), outcome, 1);

    [Test]
    public void Run_SelfTimedFailure_IsTriedAgainWhereTheAuthorSaysSo() => ExpectCalls(typeof(LawSubjects<int>.SelfTimed), () => Assert.Fail("slow"), 4);

    [Test]
    public void Run_SelfTimedException_IsNotTriedAgain() => ExpectCalls(typeof(LawSubjects<int>.SelfTimed), () => throw new TimeoutException(), 1);

    [Test]
    public void Run_SelfTimedFailureInSetUp_IsNotTriedAgain() => ExpectCalls(typeof(LawSubjects<int>.SelfTimedSetUp), () => Assert.Fail("slow"), 1);

    [Test]
    public void Run_ContendedAndFailingTearDown_IsAnError() => ExpectError(typeof(LawSubjects<int>.FailingTearDown));

    [Test]
    public void Run_ContendedAndAnotherFailure_IsAnError() => ExpectError(typeof(LawSubjects<int>.OtherFailureToo));

    [Test]
    public void Run_ContendedAndWrongAfterwards_IsAnError() => ExpectError(typeof(LawSubjects<int>.WrongAfterwards));

    [Test]
    public void Run_TooManyBytesWhileQueued_IsNotTriedAgain()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.Bytes), (machine, _) => machine.Spend(300, runDelayMs: 240, bytes: 2_000));
        Assert.That(run.Verdicts, Is.EqualTo(new[] { Regression }));
        Assert.That(run.Result.Message, Does.Contain("2,000 bytes"));
    }

    [Test]
    public void Run_WithoutSignals_IsNotTriedAgain()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.OnMethod), Acts.Queued, hasSignals: false);
        Assert.That(run.Verdicts, Is.EqualTo(new[] { Unexplained }));
    }

    [Test]
    public void Run_WithoutSignalsUnderGateAlways_IsTriedAgain()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.Always), Acts.QueuedAttempts(1), hasSignals: false);
        Assert.That(run.Verdicts, Is.EqualTo(new[] { Unexplained, Pass }));
    }

    [Test]
    public void Run_CleanSlowUnderGateAlways_IsNotTriedAgain()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.Always), Acts.Slow);
        Assert.That(run.Verdicts, Is.EqualTo(new[] { Regression }));
    }

    [Test]
    public void Run_EachAttempt_HasItsOwnSetUpAndTearDown() => ExpectNotes(typeof(LawSubjects<int>.Around), "set up", "tear down", "set up", "tear down");

    [Test]
    public void Run_EachAttempt_HasItsOwnFixtureObject() => ExpectNotes(typeof(LawSubjects<int>.OwnInstance), "run 1", "disposed", "run 1", "disposed");

    [Test]
    public void Run_EachAttempt_HasItsOwnCancellationClock()
    {
        const string Own = "new True, can be cancelled True, in the context True";
        ExpectNotes(typeof(LawSubjects<int>.Cancellable), Own, Own);
    }

    [Test]
    public void Run_MaxTimeBesideTheRetry_DoesNotMultiplyAttempts()
    {
        using var run = SubjectRun.Of(typeof(LawSubjects<int>.MaxTimeBeside), Acts.Queued);
        Assert.That(run.Verdicts, Is.EqualTo(new[] { Contended, NetPass }));
    }

    [Test]
    public void Run_RetryThatDoesNotReachTheTest_IsAnError()
    {
        using var run = SubjectRun.Of(typeof(LawSubjects<int>.HiddenRetry), Acts.Queued);
        Assert.That((run.Result.ResultState.Status, run.Result.Message), Is.EqualTo((TestStatus.Failed, run.Result.Message)));
        Assert.That(run.Result.Message, Does.Contain("does not reach this test"));
    }

    [Test]
    public void Run_FaultySettings_AreAllNamed()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.Faulty), Acts.Fine);
        Assert.That(run.Result.ResultState, Is.EqualTo(ResultState.NotRunnable));
        Assert.That(run.Result.Message, Does.Contain("MaxRetries is -1").And.Contain("BackoffFactor is 0.5"));
    }

    private static void ExpectCalls(Type fixture, Action outcome, int calls)
    {
        using var run = SubjectRun.Of(fixture, (_, _) => outcome());
        Assert.That(run.Calls, Is.EqualTo(calls), run.Result.Message);
    }

    private static void ExpectError(Type fixture)
    {
        using var run = SubjectRun.Of(fixture, Acts.Queued);
        Assert.That((run.Result.ResultState.Status, run.Verdicts), Is.EqualTo((TestStatus.Failed, new[] { Error })), run.Result.Message);
    }

    private static void ExpectNotes(Type fixture, params string[] notes)
    {
        using var run = SubjectRun.Of(fixture, Acts.QueuedAttempts(1));
        Assert.That(run.Machine.Notes, Is.EqualTo(notes), run.Result.Message);
    }
}
