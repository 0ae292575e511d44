using Halo.Execution;

namespace Halo.Unit.Execution.Model;

/// <summary>Options of a run at and beyond their bounds.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class RunOptionsTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [TestCaseSource(nameof(Refused))]
    public void Faults_OptionOutOfItsRange_NamesItOnly(string property, RunOptions options) =>
        Assert.That(options.Faults().Select(fault => fault.Property), Is.EqualTo(new[] { property }));

    [TestCaseSource(nameof(Allowed))]
    public void Faults_OptionAtItsBound_AreNone(RunOptions options) => Assert.That(options.Faults(), Is.Empty);

    [Test]
    public void RunAsync_SeveralWrongOptions_NamesEachBeforeAnythingBegins()
    {
        var calls = 0;
        var handlers = new TaskHandlers().Handle("a", (_, _, _) => ValueTask.FromResult<object?>(++calls));
        var options = new RunOptions { MaxConcurrentTasks = 0, Journal = "", JournalLimits = new JournalLimits { MaxBytes = 0 } };
        Assert.That(
            () => new PlanExecutor().RunAsync(Runs.Plan(Runs.Task("t")), handlers, options),
            Throws.ArgumentException.With.Message.StartsWith(
                "MaxConcurrentTasks is 0; it must be at least 1, or null. Journal is empty; it must be the name of a file, or null. JournalLimits.MaxBytes is 0; it must be at least 1."));
        Assert.That(calls, Is.Zero);
    }

    [Test]
    public void Begin_WrongOption_IsThrownByTheReport() => Assert.That(
        () => new PlanExecutor().Begin(Runs.Plan(Runs.Task("t")), new TaskHandlers(), new RunOptions { RunId = "" }).Report,
        Throws.ArgumentException.With.Message.StartsWith("RunId has 0 characters; it must have 1 to 100, or be null."));

    [Test]
    public void Forecast_OptionsThatNeedAJournal_NamesEach() => Assert.That(
        () => PlanExecutor.Forecast(Runs.Plan(Runs.Task("t")), new RunOptions { JournalSync = TimeSpan.Zero, RetryFailed = true, AcceptChanges = true }),
        Throws.ArgumentException.With.Message.StartsWith("JournalSync must be null without Journal. RetryFailed must be false without Journal. AcceptChanges must be false without Journal."));

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return Case(nameof(RunOptions.MaxConcurrentTasks), new RunOptions { MaxConcurrentTasks = 0 });
        yield return Case(nameof(RunOptions.Deadline), new RunOptions { Deadline = TimeSpan.Zero });
        yield return Case(nameof(RunOptions.Deadline), new RunOptions { Deadline = Day + TimeSpan.FromTicks(1) });
        yield return Case("Execution.AttemptTimeout", new RunOptions { Execution = new ExecutionSettings { AttemptTimeout = TimeSpan.Zero } });
        yield return Case(nameof(RunOptions.MaxCircuitWait), new RunOptions { MaxCircuitWait = TimeSpan.FromTicks(-1) });
        yield return Case(nameof(RunOptions.MaxCircuitWait), new RunOptions { MaxCircuitWait = Day + TimeSpan.FromTicks(1) });
        yield return Case(nameof(RunOptions.RunId), new RunOptions { RunId = "" });
        yield return Case(nameof(RunOptions.RunId), new RunOptions { RunId = new string('x', 101) });
        yield return Case(nameof(RunOptions.Journal), new RunOptions { Journal = "" });
        yield return Case(nameof(RunOptions.JournalSync), new RunOptions { Journal = "j", JournalSync = TimeSpan.FromTicks(-1) });
        yield return Case("JournalLimits.MaxBytes", new RunOptions { JournalLimits = new JournalLimits { MaxBytes = 0 } });
        yield return Case("JournalLimits.MaxRecordBytes", new RunOptions { JournalLimits = new JournalLimits { MaxRecordBytes = (1 << 30) + 1 } });
    }

    private static IEnumerable<TestCaseData> Allowed()
    {
        yield return Case("one task at a time", new RunOptions { MaxConcurrentTasks = 1 });
        yield return Case("a day", new RunOptions { Deadline = Day, MaxCircuitWait = Day, Journal = "j", JournalSync = Day });
        yield return Case("no wait", new RunOptions { MaxCircuitWait = TimeSpan.Zero, Journal = "j", JournalSync = TimeSpan.Zero });
        yield return Case("long id", new RunOptions { RunId = new string('x', 100) });
        yield return Case("journal limits", new RunOptions { JournalLimits = new JournalLimits { MaxBytes = 1, MaxRecordBytes = 1 << 30 } });
    }

    private static TestCaseData Case(string name, RunOptions options) =>
        char.IsUpper(name[0]) ? new TestCaseData(name, options) : new TestCaseData(options).SetArgDisplayNames(name);
}
