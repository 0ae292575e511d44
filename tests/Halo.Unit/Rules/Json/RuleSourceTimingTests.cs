namespace Halo.Unit.Rules.Json;

/// <summary>Half-written files, with a clock that the test moves: nothing here depends on how fast the machine is.</summary>
[TestFixture, Category("Unit")]
public sealed class RuleSourceTimingTests
{
    private const string Start = "{\"rules\":[{\"id\":\"b\",\"when\":{},";
    private const string End = "\"route\":\"agent\"}]}";

    private static readonly RuleSourceOptions Options = RuleSourceOptions.Default;

    private readonly ManualTime _time = new();
    private TemporaryFolder _folder = null!;
    private RuleSource _source = null!;
    private SourceProbe _probe = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _source = RuleSource.Watch(_folder.Write("rules.json", Start.Replace("\"b\"", "\"a\"", StringComparison.Ordinal) + End), Options, _time);
        _probe = new SourceProbe(_source);
    }

    [TearDown]
    public async Task TearDown()
    {
        await _source.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public void HalfWritten_CompletedWithinTheQuietPeriod_IsNoFault()
    {
        _folder.Write("rules.json", Start);
        _time.AwaitTimer(Options.QuietPeriod);
        _folder.Write("rules.json", Start + End);
        ElapseUntilReported();
        Assert.That(_probe.NextChange().Added, Is.EqualTo(new[] { "b" }));
    }

    [Test]
    public void HalfWritten_CompletedWithinTheSecondQuietPeriod_IsNoFault()
    {
        // Put there at once, so that one quiet period is enough for the half to be read.
        File.Move(_folder.Write("half", Start), _folder.File("rules.json"), overwrite: true);
        _time.Elapse(Options.QuietPeriod);
        _time.AwaitTimer(Options.QuietPeriod);
        _folder.Write("rules.json", Start + End);
        ElapseUntilReported();
        Assert.That(_probe.NextChange().Added, Is.EqualTo(new[] { "b" }));
    }

    [Test]
    public void HalfWritten_NotCompleted_IsAFault()
    {
        _folder.Write("rules.json", Start);
        ElapseUntilReported();
        Assert.That(_probe.NextFault().Diagnostics[0].Code, Is.EqualTo(DiagnosticCodes.InvalidJson));
    }

    [Test]
    public void Poll_FileWrittenJustBeforeItWasRead_ReadsItAgain()
    {
        _time.Elapse(Options.PollInterval);
        Assert.That(() => _time.Elapse(Options.QuietPeriod), Throws.Nothing);
    }

    private void ElapseUntilReported() =>
        Assert.That(SpinWait.SpinUntil(
            () =>
            {
                _time.TryElapse(Options.QuietPeriod);
                return _probe.Count > 0;
            },
            TimeSpan.FromSeconds(20)));
}
