using Halo.Results;
using NUnit.Framework.Interfaces;

namespace Halo.Unit.NUnit.Retrying;

/// <summary>Nothing measured is red, and an exception that a test catches does not make it green.</summary>
[TestFixture, Category("Unit")]
public sealed class UnmeasuredTests
{
    [TestCase(typeof(UnmeasuredSubjects<int>.NoCall), "call Perf.Measure")]
    [TestCase(typeof(UnmeasuredSubjects<int>.NoCallWithRetry), "call Perf.Measure")]
    [TestCase(typeof(UnmeasuredSubjects<int>.OtherCheck), "call Perf.Measure")]
    [TestCase(typeof(UnmeasuredSubjects<int>.RatioWithoutLimit), "call Perf.Measure")]
    [TestCase(typeof(UnmeasuredSubjects<int>.EarlyPass), "call Perf.Measure")]
    [TestCase(typeof(UnmeasuredSubjects<int>.PromisedWork), "MeasureAsync")]
    [TestCase(typeof(UnmeasuredSubjects<int>.LazyWork), "ToArray()")]
    [TestCase(typeof(UnmeasuredSubjects<int>.AsyncVoidWork), "async void")]
    public void Run_NothingMeasured_IsRedAndSaysWhatToDo(Type fixture, string hint)
    {
        using var run = SubjectRun.Of(fixture, Acts.Fine);
        Assert.That((run.Result.ResultState.Status, run.Result.Message), Is.EqualTo((TestStatus.Failed, run.Result.Message)));
        Assert.That(run.Result.Message, Does.Contain(hint));
    }

    [TestCase(typeof(UnmeasuredSubjects<int>.NoCall), 1)]
    [TestCase(typeof(UnmeasuredSubjects<int>.NoCallWithRetry), 1)]
    public void Run_NothingMeasured_IsRecordedOnceAsAnError(Type fixture, int attempts)
    {
        using var run = SubjectRun.Of(fixture, Acts.Fine);
        Assert.That(run.Verdicts, Is.EqualTo(Enumerable.Repeat(PerfVerdict.Error, attempts)));
    }

    [TestCase(typeof(UnmeasuredSubjects<int>.Swallowed))]
    [TestCase(typeof(UnmeasuredSubjects<int>.SwallowedWithoutAttribute))]
    public void Run_SwallowedBudgetException_IsRed(Type fixture)
    {
        using var run = SubjectRun.Of(fixture, Acts.Slow);
        Assert.That(run.Result.ResultState.Status, Is.EqualTo(TestStatus.Failed));
    }

    [Test]
    public void Run_SwallowedInconclusive_IsInconclusive()
    {
        using var run = SubjectRun.Of(typeof(UnmeasuredSubjects<int>.SwallowedInconclusive), (machine, _) => machine.Spend(500, runDelayMs: 380));
        Assert.That(run.Result.ResultState.Status, Is.EqualTo(TestStatus.Inconclusive));
    }

    [Test]
    public void Run_ExpectedBudgetException_IsGreen()
    {
        using var run = SubjectRun.Of(typeof(UnmeasuredSubjects<int>.Expected), Acts.Slow);
        Assert.That(run.Result.ResultState, Is.EqualTo(ResultState.Success));
    }

    [Test]
    public void Run_TestWithoutACallUnderABudgetOfItsClass_IsGreen()
    {
        using var run = SubjectRun.Of(typeof(UnmeasuredSubjects<int>.OnClass), Acts.Fine);
        Assert.That(run.Result.ResultState, Is.EqualTo(ResultState.Success));
    }

    [Test]
    public void Run_IgnoredTest_StaysIgnored()
    {
        using var run = SubjectRun.Of(typeof(UnmeasuredSubjects<int>.NoCall), (_, _) => Assert.Ignore());
        Assert.That(run.Result.ResultState.Status, Is.EqualTo(TestStatus.Skipped));
    }
}
