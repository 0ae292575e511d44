using System.Reflection;
using System.Reflection.Emit;
using Halo.NUnit;
using Halo.Results;
using NUnit.Framework.Interfaces;
using static Halo.Results.PerfVerdict;

namespace Halo.Unit.NUnit.Retrying;

/// <summary>Which attempts follow each other, and after which pauses.</summary>
[TestFixture, Category("Unit")]
public sealed class RetryTests
{
    [Test]
    public void Run_WithinBudget_IsOneAttempt() => Expect(typeof(Subjects<int>.OnMethod), Acts.Fine, ResultState.Success, Pass);

    [Test]
    public void Run_CleanSlow_FailsAtOnce() => Expect(typeof(Subjects<int>.OnMethod), Acts.Slow, ResultState.Failure, Regression);

    [Test]
    public void Run_NarrowlySlowInEveryAttempt_Fails() =>
        Expect(typeof(Subjects<int>.OnMethod), Acts.NarrowlySlow(int.MaxValue / 3), ResultState.Failure, Regression, Regression, Regression, Regression);

    [Test]
    public void Run_NarrowlySlowOnce_Passes() => Expect(typeof(Subjects<int>.OnMethod), Acts.NarrowlySlow(1), ResultState.Success, Regression, Pass);

    [Test]
    public void Run_NarrowlySlowWithoutRetry_FailsAtOnce() =>
        Expect(typeof(Subjects<int>.BudgetOnly), Acts.NarrowlySlow(int.MaxValue / 3), ResultState.Failure, Regression);

    [Test]
    public void Run_ContendedThenCalm_Passes() => Expect(typeof(Subjects<int>.OnMethod), Acts.QueuedAttempts(2), ResultState.Success, Contended, Contended, Pass);

    [Test]
    public void Run_ContendedThenSlow_Fails() => Expect(typeof(Subjects<int>.OnMethod), Acts.SlowAfterQueuedAttempts(1), ResultState.Failure, Contended, Regression);

    [Test]
    public void Run_ContendedToTheLast_IsDecidedByNetTime() =>
        Expect(typeof(Subjects<int>.OnMethod), Acts.Queued, ResultState.Success, Contended, Contended, Contended, NetPass);

    [Test]
    public void Run_ContendedToTheLastWithFail_Fails() => Expect(typeof(Subjects<int>.Failing), Acts.Queued, ResultState.Failure, Contended, Contended);

    [Test]
    public void Run_ContendedToTheLastWithInconclusive_IsInconclusive() =>
        Expect(typeof(Subjects<int>.Inconclusive), Acts.Queued, ResultState.Inconclusive, Contended, PerfVerdict.Inconclusive);

    [Test]
    public void Run_BudgetWithoutRetry_IsDecidedByNetTimeAtOnce() => Expect(typeof(Subjects<int>.BudgetOnly), Acts.Queued, ResultState.Success, NetPass);

    [Test]
    public void Run_AsyncContendedThenCalm_Passes() => Expect(typeof(Subjects<int>.Async), Acts.QueuedAttempts(1), ResultState.Success, Contended, Pass);

    [Test]
    public void Run_AsyncSlow_FailsAtOnce() => Expect(typeof(Subjects<int>.Async), Acts.Slow, ResultState.Failure, Regression);

    [Test]
    public void Run_RetryOnTheClass_Counts() => Expect(typeof(Subjects<int>.OnClass), Acts.QueuedAttempts(2), ResultState.Success, Contended, Contended, Pass);

    [Test]
    public void Run_RetryOnTheBaseClass_Counts() => Expect(typeof(Subjects<int>.OnBaseClass), Acts.QueuedAttempts(2), ResultState.Success, Contended, Contended, Pass);

    [Test]
    public void Run_RetryOnTheClassAndBudgetOnTheTest_BothCount() =>
        Expect(typeof(Subjects<int>.RetryOnClassBudgetOnMethod), Acts.QueuedAttempts(2), ResultState.Success, Contended, Contended, Pass);

    [Test]
    public void Run_RetryOnTheAssembly_Counts() => Expect(InAssemblyWithRetry(), Acts.QueuedAttempts(2), ResultState.Success, Contended, Contended, Pass);

    [Test]
    public void Run_RetryOnTestAndClass_TheNearestCountsAlone()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.NearestWins), Acts.Queued);
        Assert.That((run.Verdicts, run.Pauses), Is.EqualTo((new[] { Contended, NetPass }, new[] { 7.0 })));
    }

    [Test]
    public void Run_Exponential_PausesGrowUpToTheLongest()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.Backoff), Acts.Queued);
        Assert.That(run.Pauses, Is.EqualTo(new[] { 3.0, 9, 20, 20, 20 }));
    }

    [Test]
    public void Run_Defaults_PauseOneTwoAndFourSeconds()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.OnMethod), Acts.Queued);
        Assert.That(run.Pauses, Is.EqualTo(new[] { 1.0, 2, 4 }));
    }

    [Test]
    public void Run_Fixed_PausesStayTheSame()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.OnClass), Acts.Queued);
        Assert.That(run.Pauses, Is.EqualTo(new[] { 2.0, 2 }));
    }

    [Test]
    public void Run_TestCases_EachHasItsOwnBudgetAndAttempts()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.Cases), (machine, _) => machine.Spend(60, runDelayMs: 20));
        Assert.That(
            run.Attempts.Select(attempt => (attempt.Test.Split('.')[^1], attempt.Budget, attempt.Verdict)),
            Is.EquivalentTo(new (string, double?, PerfVerdict)[] { ("Test(10)", 10, Regression), ("Test(100)", 100, Pass), ("WithResult(100)", 100, Pass) }));
    }

    [Test]
    public void Run_TestCaseWithResultContendedThenCalm_ReturnsItsResult()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.Cases), Acts.QueuedAttempts(1));
        Assert.That(run.Results.Count(result => result.ResultState.Equals(ResultState.Success)), Is.EqualTo(2), "Test(10) alone fails.");
    }

    [Test]
    public void Run_ParameterZero_TurnsRetriesOff() => Expect(typeof(Subjects<int>.OnMethod), Acts.Queued, 0, ResultState.Success, NetPass);

    [Test]
    public void Run_ParameterOverrides_TheNumberOfRetries() => Expect(typeof(Subjects<int>.OnMethod), Acts.Queued, 1, ResultState.Success, Contended, NetPass);

    [Test]
    public void Run_Parameter_GivesNoRetryToATestWithoutOne() => Expect(typeof(Subjects<int>.BudgetOnly), Acts.Queued, 3, ResultState.Success, NetPass);

    [TestCase(1, 2)]
    [TestCase(0, 1)]
    public void Run_RetriesOfTheAssemblyUsedUp_TheNextAttemptIsTheLast(int maxSuiteRetries, int attempts)
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.OnMethod), Acts.Queued, maxSuiteRetries: maxSuiteRetries);
        Assert.That((run.Verdicts.Count(), run.Verdicts.Last()), Is.EqualTo((attempts, NetPass)));
    }

    private static void Expect(Type fixture, Action<FakeMachine, int> act, ResultState state, params PerfVerdict[] verdicts) => Expect(fixture, act, null, state, verdicts);

    private static void Expect(Type fixture, Action<FakeMachine, int> act, int? maxRetries, ResultState state, params PerfVerdict[] verdicts)
    {
        using var run = SubjectRun.Of(fixture, act, maxRetries);
        Assert.That((run.Result.ResultState, run.Verdicts), Is.EqualTo((state, verdicts)), run.Result.Message);
    }

    private static Type InAssemblyWithRetry()
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("WithRetry"), AssemblyBuilderAccess.RunAndCollect);
        assembly.SetCustomAttribute(new CustomAttributeBuilder(typeof(PerfRetryFixedAttribute).GetConstructors().Single(), [2, 1.0]));
        return assembly.DefineDynamicModule("WithRetry").DefineType("Fixture", TypeAttributes.Public, typeof(Subjects<int>.OnAssembly)).CreateType();
    }
}
