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
    public void Replaced_AgainAndAgain_IsReadWhenTheLongestDelayIsOver()
    {
        ReplaceBy("b");
        _time.AwaitTimer(Options.MaxDelay); // the first replacement has been seen
        for (var i = 0; i < 20; i++)
        {
            _time.AwaitTimer(Options.QuietPeriod);
            ReplaceBy($"b{i}");
            _time.TryElapse(Options.QuietPeriod);
        }

        var before = _probe.Count;
        _time.AwaitTimer(Options.QuietPeriod);
        ReplaceBy("last");
        _time.Elapse(Options.MaxDelay);
        _time.TryElapse(Options.QuietPeriod);
        Assert.That((before, string.Concat(_probe.NextChange().Added)), Is.EqualTo((0, "last")));
    }

    [Test]
    public async Task Replaced_AgainAndAgainWithoutRest_IsReadNevertheless()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("rules.json", Start + End);
        var options = new RuleSourceOptions { QuietPeriod = TimeSpan.FromMilliseconds(100), MaxDelay = TimeSpan.FromMilliseconds(200) };
        await using var source = RuleSource.Watch(file, options);
        var changed = new TaskCompletionSource();
        source.Changed += (_, _) => changed.TrySetResult();
        for (var i = 0; !changed.Task.IsCompleted && i < 4_000; i++)
        {
            File.Move(folder.Write("next", Start.Replace("\"b\"", $"\"b{i}\"", StringComparison.Ordinal) + End), file, overwrite: true);
            await Task.Delay(5);
        }

        Assert.That(changed.Task.IsCompleted);
    }

    [Test]
    public void Poll_FileWrittenJustBeforeItWasRead_ReadsItAgain()
    {
        _time.Elapse(Options.PollInterval);
        Assert.That(() => _time.Elapse(Options.QuietPeriod), Throws.Nothing);
    }

    private void ReplaceBy(string id) =>
        File.Move(_folder.Write("next", Start.Replace("\"b\"", $"\"{id}\"", StringComparison.Ordinal) + End), _folder.File("rules.json"), overwrite: true);

    private void ElapseUntilReported() =>
        Assert.That(SpinWait.SpinUntil(
            () =>
            {
                _time.TryElapse(Options.QuietPeriod);
                return _probe.Count > 0;
            },
            TimeSpan.FromSeconds(20)));
}
