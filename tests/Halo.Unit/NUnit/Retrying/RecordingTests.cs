using Halo.Results;
using NUnit.Framework.Interfaces;

namespace Halo.Unit.NUnit.Retrying;

/// <summary>What is kept of an attempt: in the output, in the result and in the file.</summary>
[TestFixture, Category("Unit")]
public sealed class RecordingTests
{
    [Test]
    public void Attempts_ContendedThenCalm_AreKeptWithAllTheyShowed()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.OnMethod), Acts.QueuedAttempts(1));
        var first = run.Attempts[0];
        Assert.Multiple(() =>
        {
            Assert.That((first.Attempt, first.MaxRetries, first.Kind, first.Budget, Math.Round(first.Measured!.Value, 6)), Is.EqualTo((1, 3, PerfCheckKind.Time, 100, 60)));
            Assert.That((first.NextDelayMs, first.Reason, first.HasSignals), Is.EqualTo((1_000, "shared machine", true)));
            Assert.That(first.Samples.Single().RunDelayMs, Is.EqualTo(240).Within(1e-9));
            Assert.That(first.Message, Is.EqualTo("Contended: over budget only by the machine's share, calm 60 ms a call is below the budget of 100 ms. Wall 300 ms, net 60 ms, calm 60 ms; queued 80 %, stolen 0 %, processor slower by 1.00 to 1.00; quiet windows 0 %."));
            Assert.That((run.Attempts[1].Attempt, run.Attempts[1].NextDelayMs, run.Attempts[1].Message), Is.EqualTo((2, (double?)null, (string?)null)));
        });
    }

    [Test]
    public void Output_FirstTest_BeginsWithTheMachine()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.Backoff), Acts.Queued);
        Assert.That(run.Output, Does.StartWith($"[perf] {MachineClass.Current}: full speed is 1 ms by the processor's yardstick, 1 ms by the memory's"));
    }

    [Test]
    public void Output_EveryAttempt_IsOneLine()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.OnMethod), Acts.QueuedAttempts(1));
        Assert.That(run.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n').Skip(1), Is.EqualTo(new[]
        {
            "[perf] attempt 1 of 4: contended: calm 60 of 100 ms; wall 300 ms, net 60 ms, calm 60 ms, queued 80 %, stolen 0 %, slowdown 1.00 to 1.00, GC 0 %, JIT 0 %, 0 bytes, samples 1, calls 1, next in 1 s",
            "[perf] attempt 2 of 4: pass: wall 60 of 100 ms; wall 60 ms, net 60 ms, calm 60 ms, queued 0 %, stolen 0 %, slowdown 1.00 to 1.00, GC 0 %, JIT 0 %, 0 bytes, samples 1, calls 1",
        }));
    }

    [Test]
    public void Properties_LastAttempt_IsMarked()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.OnMethod), Acts.Queued);
        var properties = run.Result.Test.Properties;
        Assert.That(
            new[] { "Perf.Attempts", "Perf.Verdict", "Perf.Budget", "Perf.Measured", "Perf.WallMs", "Perf.NetMs" }.Select(properties.Get),
            Is.EqualTo(new object[] { 4, "NetPass", "100", "60", "300", "60" }));
    }

    [Test]
    public void Attempts_TestWithoutAttributes_AreKeptForEachCheck()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.WithoutAttributes), Acts.Fine);
        Assert.That(
            run.Attempts.Select(attempt => (attempt.Test.Split('.')[^1], attempt.Budget)),
            Is.EqualTo(new (string, double?)[] { ("Test", 100), ("Test#2", 200) }));
    }

    [Test]
    public void Attempts_WithoutBudget_FailWithTheWayOut()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.WithoutBudget), Acts.Fine);
        Assert.That((run.Result.ResultState, run.Result.Message), Is.EqualTo((ResultState.Error, run.Result.Message)));
        Assert.That(run.Result.Message, Does.Contain("no time budget: put [PerfBudget(milliseconds)] on it"));
    }

    [Test]
    public void Output_WithoutSignals_WarnsOnce()
    {
        using var run = SubjectRun.Of(typeof(Subjects<int>.Cases), Acts.Fine, hasSignals: false);
        Assert.That(run.Results.Count(result => result.Output.Contains("WARNING: this system does not tell waiting from working", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public void Attempts_FailedBeforeACheck_IsAnError()
    {
        using var run = SubjectRun.Of(typeof(LawSubjects<int>.Unmeasured), (_, _) => throw new InvalidOperationException("broken"));
        var attempt = run.Attempts.Single();
        Assert.That((attempt.Verdict, attempt.Budget, attempt.Message), Is.EqualTo((PerfVerdict.Error, (double?)null, "System.InvalidOperationException : broken")));
    }

    [Test]
    public void Attempts_PassedWithoutACheck_AreNotKept()
    {
        using var run = SubjectRun.Of(typeof(LawSubjects<int>.Unmeasured), Acts.Fine);
        Assert.That(() => run.Attempts, Is.Empty);
    }
}
