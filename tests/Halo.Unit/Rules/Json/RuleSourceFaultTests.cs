namespace Halo.Unit.Rules.Json;

/// <summary>What goes wrong in a watch does not end it, with a clock that the test moves and files that look old.</summary>
[TestFixture, Category("Unit"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RuleSourceFaultTests : FolderFixture
{
    private const string Rule = """{"rules":[{"id":"a","when":{},"route":"agent"}]}""";
    private const int MaxBytes = 1_000;

    private static readonly RuleSourceOptions Options = RuleSourceOptions.Default with { Limits = InputLimits.Default with { MaxBytes = MaxBytes } };

    private readonly ManualTime _time = new();

    [Test]
    public async Task Watch_WaitThatFails_ReportsItAndReadsAgain()
    {
        var clock = new FailingTime(_time);
        await using var source = RuleSource.Watch(WriteOld("rules.json", Rule), Options, clock);
        var probe = new SourceProbe(source);
        _time.AwaitTimer(Options.PollInterval);
        clock.FailOnce();
        _time.Elapse(Options.PollInterval);
        var fault = probe.NextFault();
        Assert.That((fault.Exception, fault.Diagnostics.Count), Is.EqualTo((clock.Failure, 0)));
        AssertReadsAgain();
    }

    [Test]
    public async Task Watch_FileThatCannotBeRead_IsReadAgainThoughItStaysAsItWas()
    {
        await using var source = RuleSource.Watch(WriteOld("rules.json", Rule), Options, _time);
        var probe = new SourceProbe(source);
        _time.AwaitTimer(Options.PollInterval);
        File.Move(WriteOld("large", new string(' ', MaxBytes + 1)), Folder.File("rules.json"), overwrite: true);
        ElapseUntil(() => probe.Count > 0);
        Assert.That(probe.NextFault().Diagnostics.Single().Code, Is.EqualTo(DiagnosticCodes.UnreadableFile));
        ElapseUntil(() => _time.IsAwaited(Options.PollInterval));
        AssertReadsAgain();
        ElapseUntil(() => _time.IsAwaited(Options.PollInterval));
        AssertReadsAgain();
    }

    [Test]
    public async Task Watch_FileAsItWas_IsReadAfterOneQuietPeriod()
    {
        await using var source = RuleSource.Watch(Folder.Write("rules.json", Rule), Options, _time);
        _time.Elapse(Options.PollInterval);
        _time.Elapse(Options.QuietPeriod);
        Assert.That(() => _time.AwaitTimer(Options.PollInterval), Throws.Nothing);
    }

    [Test]
    public async Task Watch_HalfThatBecomesWhatItWas_ReportsNothing()
    {
        await using var source = RuleSource.Watch(WriteOld("rules.json", Rule), Options, _time);
        var probe = new SourceProbe(source);
        _time.AwaitTimer(Options.PollInterval);
        File.Move(WriteOld("half", Rule[..20]), Folder.File("rules.json"), overwrite: true);
        _time.Elapse(Options.QuietPeriod);
        _time.AwaitTimer(Options.QuietPeriod);
        File.Move(WriteOld("whole", Rule), Folder.File("rules.json"), overwrite: true);
        ElapseUntil(() => _time.IsAwaited(Options.PollInterval));
        Assert.That(probe.Count, Is.Zero);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Changed_HandlerThatThrows_IsReportedWithItsDiagnostics(bool hasDiagnostics)
    {
        Diagnostic[] diagnostics = hasDiagnostics ? [new Diagnostic("C", DiagnosticSeverity.Error, "fault")] : [];
        await using var source = RuleSource.Watch(WriteOld("rules.json", Rule), Options, _time);
        source.Changed += (_, _) => throw (hasDiagnostics ? new HaloValidationException(diagnostics) : new InvalidOperationException());
        var probe = new SourceProbe(source);
        _time.AwaitTimer(Options.PollInterval);
        File.Move(WriteOld("new", Rule.Replace("\"a\"", "\"b\"", StringComparison.Ordinal)), Folder.File("rules.json"), overwrite: true);
        ElapseUntil(() => probe.Count > 0);
        Assert.That(probe.NextFault().Diagnostics, Is.EqualTo(diagnostics));
    }

    // Without an announcement a file is read again only when it is not trusted.
    private void AssertReadsAgain()
    {
        _time.Elapse(Options.PollInterval);
        Assert.That(() => _time.AwaitTimer(Options.QuietPeriod), Throws.Nothing);
    }

    private void ElapseUntil(Func<bool> isOver) => Assert.That(SpinWait.SpinUntil(
        () =>
        {
            _time.TryElapse(Options.QuietPeriod);
            return isOver();
        },
        TimeSpan.FromSeconds(20)));

    private string WriteOld(string name, string content)
    {
        var path = Folder.Write(name, content);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-1));
        return path;
    }

    /// <summary>A clock that can be made to refuse the next timer.</summary>
    private sealed class FailingTime(TimeProvider time) : TimeProvider
    {
        private int _failures;

        public Exception Failure { get; } = new InvalidOperationException("no timer");

        public void FailOnce() => Volatile.Write(ref _failures, 1);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            Interlocked.Exchange(ref _failures, 0) == 0 ? time.CreateTimer(callback, state, dueTime, period) : throw Failure;
    }
}
