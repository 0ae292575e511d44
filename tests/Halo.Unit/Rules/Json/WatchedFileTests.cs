namespace Halo.Unit.Rules.Json;

/// <summary>When a watched file is said to have changed, with a clock that the test moves.</summary>
[TestFixture, Category("Unit"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class WatchedFileTests : FolderFixture
{
    private const string Name = "rules.json";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly RuleSourceOptions Options = RuleSourceOptions.Default;

    private readonly ManualTime _time = new();

    [Test]
    public void WaitForChange_FileAsItWas_WaitsOn()
    {
        using var file = Watch(WriteOld());
        Assert.That(Polls(file, 3), Is.All.False);
    }

    // The clock of a file system may not tell another writing apart.
    [TestCase(0, true)]
    [TestCase(1, true)]
    [TestCase(60, false)]
    public void WaitForChange_FileWrittenBeforeItWasRead_IsOverWhereItIsYoung(int seconds, bool isOver)
    {
        using var file = Watch(WriteOld(TimeSpan.FromSeconds(seconds)));
        Assert.That(Polls(file, 1), Is.EqualTo(new[] { isOver }));
    }

    [Test]
    public void WaitForChange_FileThatIsNotTrusted_IsOverAtTheNextLook()
    {
        using var file = Watch(WriteOld());
        file.Distrust();
        Assert.That(Polls(file, 1), Is.EqualTo(new[] { true }));
    }

    [Test]
    public void WaitForChange_Stopped_Throws()
    {
        using var file = Watch(WriteOld());
        using var stop = new CancellationTokenSource();
        var wait = file.WaitForChangeAsync(stop.Token);
        stop.Cancel();
        Assert.That(async () => await wait.WaitAsync(Patience), Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase("written")]
    [TestCase("deleted")]
    [TestCase("moved away")]
    [TestCase("moved over")]
    [TestCase("moved here")]
    public void WaitForChange_FileThatIs_IsOverAtOnce(string what)
    {
        var (path, other) = (WriteOld(), Folder.Write("other", "new"));
        Directory.CreateDirectory(Folder.File("elsewhere"));
        var elsewhere = Folder.Write("elsewhere/new", "new");
        if (what == "moved here") File.Delete(path);
        using var file = Watch(path);
        var wait = file.WaitForChangeAsync(CancellationToken.None);
        switch (what)
        {
            case "written": File.AppendAllText(path, "more"); break;
            case "deleted": File.Delete(path); break;
            case "moved away": File.Move(path, Folder.File("backup")); break;
            case "moved over": File.Move(other, path, overwrite: true); break;
            case "moved here": File.Move(elsewhere, path); break;
        }

        Assert.That(wait.Wait(Patience), Is.True, "Nobody looks before the announcement: the clock stands.");
    }

    [Test, Platform("Linux")]
    public void WaitForChange_NeighborOfALink_IsOverAtOnce()
    {
        WriteOld();
        File.CreateSymbolicLink(Folder.File("link"), Name);
        using var file = Watch(Folder.File("link"));
        var wait = file.WaitForChangeAsync(CancellationToken.None);
        Folder.Write("other", "new");
        Assert.That(wait.Wait(Patience), Is.True);
    }

    [Test]
    public void WaitForChange_FolderThatComesLater_IsFoundAndListenedTo()
    {
        using var file = Watch(Folder.File($"later/{Name}"));
        var before = Polls(file, 1);
        Directory.CreateDirectory(Folder.File("later"));
        var path = WriteOld(name: $"later/{Name}");
        var found = Polls(file, 1);
        var quiet = file.WaitUntilQuietAsync(CancellationToken.None);
        _time.Elapse(Options.QuietPeriod);
        Assert.That((before[0], found[0], quiet.Wait(Patience), Polls(file, 1)[0]), Is.EqualTo((false, true, true, false)));
        var wait = file.WaitForChangeAsync(CancellationToken.None);
        File.AppendAllText(path, "more");
        Assert.That(wait.Wait(Patience), Is.True);
    }

    [Test]
    public void WaitUntilQuiet_FileThatStillChanges_WaitsForAnotherPeriod()
    {
        var path = WriteOld();
        using var file = Watch(path);
        var quiet = file.WaitUntilQuietAsync(CancellationToken.None);
        _time.AwaitTimer(Options.QuietPeriod);
        File.AppendAllText(path, "more");
        _time.Elapse(Options.QuietPeriod);
        Assert.That(SpinWait.SpinUntil(() => quiet.IsCompleted || _time.IsAwaited(Options.QuietPeriod), Patience) && !quiet.IsCompleted, Is.True);
        _time.Elapse(Options.QuietPeriod);
        Assert.That(quiet.Wait(Patience), Is.True);
    }

    private WatchedFile Watch(string path) => new(path, Options, _time);

    private string WriteOld(TimeSpan? age = null, string name = Name)
    {
        var path = Folder.Write(name, "old");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow - (age ?? TimeSpan.FromHours(1)));
        return path;
    }

    /// <summary>Whether a wait is over after each of some looks; the last wait is given up.</summary>
    private bool[] Polls(WatchedFile file, int count)
    {
        using var stop = new CancellationTokenSource();
        var wait = file.WaitForChangeAsync(stop.Token);
        var over = new bool[count];
        for (var i = 0; i < count; i++)
        {
            _time.Elapse(Options.PollInterval);
            Assert.That(SpinWait.SpinUntil(() => wait.IsCompleted || _time.IsAwaited(Options.PollInterval), Patience), "Nothing happens.");
            over[i] = wait.IsCompleted;
        }

        stop.Cancel();
        Assert.That(() => wait.Wait(Patience), over[^1] ? Throws.Nothing : Throws.InstanceOf<AggregateException>());
        return over;
    }
}
