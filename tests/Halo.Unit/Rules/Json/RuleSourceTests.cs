using System.Diagnostics;

namespace Halo.Unit.Rules.Json;

/// <summary>What the watch over a rule file reports; every wait is for an event, with plenty of patience.</summary>
[TestFixture, Category("Unit")]
public sealed class RuleSourceTests
{
    private static readonly RuleSourceOptions ByAnnouncement = new() { QuietPeriod = TimeSpan.FromMilliseconds(20), PollInterval = TimeSpan.FromDays(1) };
    private static readonly RuleSourceOptions Polling = ByAnnouncement with { PollInterval = TimeSpan.FromMilliseconds(50) };

    // Long enough for the watch to notice something that it must not report; where it is not, a test says nothing, but does not fail.
    private static readonly TimeSpan Unnoticed = TimeSpan.FromMilliseconds(150);

    private TemporaryFolder _folder = null!;
    private RuleSource? _source;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public async Task TearDown()
    {
        if (_source is not null) await _source.DisposeAsync();
        _source = null;
        _folder.Dispose();
    }

    [Test]
    public void Watch_FaultyFile_Throws() =>
        Assert.That(() => RuleSource.Watch(_folder.Write("rules.json", "{")), Throws.TypeOf<HaloValidationException>().With.Message.Contains("HALO002"));

    [Test]
    public void Watch_MissingFile_Throws() =>
        Assert.That(() => RuleSource.Watch(_folder.File("rules.json")), Throws.TypeOf<HaloValidationException>().With.Message.Contains("does not exist"));

    [TestCase(-1, 1_000, 2_000)]
    [TestCase(61_000, 1_000, 61_000)]
    [TestCase(0, 0, 2_000)]
    [TestCase(0, 90_000_000, 2_000)]
    [TestCase(0, 1_000, 0)]
    [TestCase(200, 1_000, 199)]
    [TestCase(0, 1_000, 90_000_000)]
    public void Watch_OptionOutOfRange_Throws(int quiet, int poll, int longest)
    {
        var options = new RuleSourceOptions
        {
            QuietPeriod = TimeSpan.FromMilliseconds(quiet),
            PollInterval = TimeSpan.FromMilliseconds(poll),
            MaxDelay = TimeSpan.FromMilliseconds(longest),
        };
        Assert.That(() => RuleSource.Watch(Write("a"), options), Throws.TypeOf<ArgumentException>());
    }

    [Test]
    public void Watch_GoodFile_HasItsRules() => Assert.That(Watch(Write("a", "b")).Source.Current, Has.Count.EqualTo(2));

    [Test]
    public void Watch_WhereFlowIsSuppressed_Works()
    {
        using (ExecutionContext.SuppressFlow()) Assert.That(Watch(Write("a")).Source.Current, Has.Count.EqualTo(1));
    }

    [Test]
    public void Write_InPlace_ReportsEachIdByWhatBecameOfIt()
    {
        var (_, probe) = Watch(Write("gone", "changed=x", "same"));
        Write("same", "new", "changed=y");
        var change = probe.NextChange();
        Assert.That(
            (change.Added, change.Removed, change.Changed, change.Reordered), Is.EqualTo(((string[])["new"], (string[])["gone"], (string[])["changed"], true)));
    }

    [Test]
    public void Write_InPlace_IsCurrentWhenReported()
    {
        var (source, probe) = Watch(Write("a"));
        Write("b");
        Assert.That(probe.NextChange().Rules, Is.SameAs(source.Current));
    }

    [Test]
    public void Write_OtherOrder_IsAChange()
    {
        var (_, probe) = Watch(Write("a", "b"));
        Write("b", "a");
        Assert.That(probe.NextChange().Reordered, Is.True);
    }

    [Test]
    public void Rename_OverTheFile_IsReported()
    {
        var (_, probe) = Watch(Write("a"));
        for (var i = 0; i < 3; i++)
        {
            File.Move(_folder.Write("rules.json.tmp", Json($"b{i}")), _folder.File("rules.json"), overwrite: true);
            Assert.That(probe.NextChange().Added, Is.EqualTo(new[] { $"b{i}" }));
        }
    }

    [Test]
    public void Rename_ToABackupAndWriteAnew_IsReported()
    {
        var file = Write("a");
        var (_, probe) = Watch(file);
        File.Move(file, file + "~");
        Write("b");
        Assert.That(probe.NextChange().Added, Is.EqualTo(new[] { "b" }));
    }

    [Test]
    public void Delete_ThenCreate_ReportsTheLossAndTheChange()
    {
        var file = Write("a");
        var (source, probe) = Watch(file);
        File.Delete(file);
        Assert.That(probe.NextFault().Diagnostics.Single().Code, Is.EqualTo(DiagnosticCodes.UnreadableFile));
        Assert.That(source.Current[0].Id, Is.EqualTo("a"));
        Write("b");
        Assert.That(probe.NextChange().Added, Is.EqualTo(new[] { "b" }));
    }

    [Test]
    public void Folder_DeletedAndMadeAnew_IsFoundByPolling()
    {
        var folder = Directory.CreateDirectory(_folder.File("config"));
        var file = Path.Combine(folder.FullName, "rules.json");
        File.WriteAllText(file, Json("a"));
        var (_, probe) = Watch(file, Polling);
        folder.Delete(recursive: true);
        probe.NextFault();
        folder.Create();
        File.WriteAllText(file, Json("b"));
        probe.NextChange();
        File.WriteAllText(file, Json("c"));
        Assert.That(probe.NextChange().Added, Is.EqualTo(new[] { "c" }));
    }

    [Test]
    public void Write_FaultyThenGood_ReportsBothAndKeepsTheLastGoodBetween()
    {
        var (source, probe) = Watch(Write("a"));
        _folder.Write("rules.json", "{\"rules\":[\n{\"id\":\"b\"}]}");
        Assert.That(probe.NextFault().Diagnostics, Has.All.Property("Location").EqualTo(new SourceLocation(_folder.File("rules.json"), 2, 1)));
        Assert.That(source.Current[0].Id, Is.EqualTo("a"));
        Write("c");
        Assert.That(probe.NextChange().Added, Is.EqualTo(new[] { "c" }));
    }

    [Test]
    public void Write_SameFaultAgain_IsReportedOnce()
    {
        var (_, probe) = Watch(Write("a"));
        _folder.Write("rules.json", "{");
        probe.NextFault();
        _folder.Write("rules.json", "{");
        Thread.Sleep(Unnoticed);
        Write("b");
        probe.NextChange();
    }

    [Test]
    public void Touch_SameContent_IsNotReported()
    {
        var file = Write("a");
        var (_, probe) = Watch(file, Polling);
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(-1));
        Write("a");
        _folder.Write("rules.json", Json("a") + "\n\n");
        Thread.Sleep(Unnoticed);
        Write("b");
        Assert.That(probe.NextChange().Added, Is.EqualTo(new[] { "b" }));
    }

    [Test]
    public void Write_SameLengthAndTime_IsFoundByItsContent()
    {
        var file = Write("a");
        var written = File.GetLastWriteTimeUtc(file);
        var (_, probe) = Watch(file);
        var other = _folder.Write("other", Json("b"));
        File.SetLastWriteTimeUtc(other, written);
        File.Move(other, file, overwrite: true);
        Assert.That(probe.NextChange().Added, Is.EqualTo(new[] { "b" }));
    }

    [Test, Platform("Linux")]
    public void Link_SwappedAsKubernetesDoes_IsReported()
    {
        Directory.CreateDirectory(_folder.File("..1"));
        Directory.CreateDirectory(_folder.File("..2"));
        _folder.Write("..1/rules.json", Json("a"));
        _folder.Write("..2/rules.json", Json("b"));
        File.CreateSymbolicLink(_folder.File("..data"), "..1");
        File.CreateSymbolicLink(_folder.File("rules.json"), "..data/rules.json");
        var (_, probe) = Watch(_folder.File("rules.json"));
        File.CreateSymbolicLink(_folder.File("..data_tmp"), "..2");
        RenameLink("..data_tmp", "..data");
        Assert.That(probe.NextChange().Added, Is.EqualTo(new[] { "b" }));
    }

    [Test, Platform("Linux")]
    public void Link_OfTheFolderSwapped_IsFoundByPolling()
    {
        Directory.CreateDirectory(_folder.File("one"));
        Directory.CreateDirectory(_folder.File("two"));
        _folder.Write("one/rules.json", Json("a"));
        _folder.Write("two/rules.json", Json("b"));
        File.CreateSymbolicLink(_folder.File("config"), "one");
        var (_, probe) = Watch(_folder.File("config/rules.json"), Polling);
        File.CreateSymbolicLink(_folder.File("next"), "two");
        RenameLink("next", "config");
        Assert.That(probe.NextChange().Added, Is.EqualTo(new[] { "b" }));
    }

    [Test]
    public void Handler_Throws_IsReportedAndTheOthersAreCalled()
    {
        _source = RuleSource.Watch(Write("a"), ByAnnouncement);
        var failure = new InvalidOperationException("handler");
        _source.Changed += (_, _) => throw failure;
        _source.Faulted += (_, _) => throw failure;
        var probe = new SourceProbe(_source);
        for (var i = 0; i < 2; i++)
        {
            Write($"b{i}");
            Assert.That(probe.NextFault().Exception, Is.SameAs(failure));
            Assert.That(probe.NextChange().Added, Is.EqualTo(new[] { $"b{i}" }));
        }
    }

    [Test]
    public void Handlers_ManyChanges_AreNeverCalledAtOneTime()
    {
        var (source, _) = Watch(Write("a"), Polling with { QuietPeriod = TimeSpan.Zero });
        int inside = 0, overlaps = 0, calls = 0;
        source.Changed += (_, _) =>
        {
            if (Interlocked.Increment(ref inside) != 1) Interlocked.Increment(ref overlaps);
            Thread.Sleep(5);
            Interlocked.Decrement(ref inside);
            Interlocked.Increment(ref calls);
        };
        for (var i = 0; i < 30; i++)
        {
            Write($"b{i}");
            Thread.Sleep(3);
        }

        Assert.That(SpinWait.SpinUntil(() => Volatile.Read(ref calls) > 1 && source.Current[0].Id == "b29", TimeSpan.FromSeconds(20)));
        Assert.That(overlaps, Is.Zero);
    }

    [Test]
    public async Task DisposeAsync_ThenWrite_ReportsNothing()
    {
        var (source, probe) = Watch(Write("a"), Polling);
        await source.DisposeAsync();
        Write("b");
        Thread.Sleep(Unnoticed);
        Assert.That((probe.Count, source.Current[0].Id), Is.EqualTo((0, "a")));
    }

    [Test]
    public async Task DisposeAsync_HandlerRuns_WaitsForItsEnd()
    {
        var (source, _) = Watch(Write("a"));
        using var entered = new ManualResetEventSlim();
        var ended = false;
        source.Changed += (_, _) =>
        {
            entered.Set();
            Thread.Sleep(100);
            Volatile.Write(ref ended, true);
        };
        Write("b");
        Assert.That(entered.Wait(TimeSpan.FromSeconds(20)));
        await source.DisposeAsync();
        Assert.That(Volatile.Read(ref ended), Is.True);
    }

    [Test]
    public void Dispose_InsideAHandler_EndsTheWatch()
    {
        var (source, probe) = Watch(Write("a"));
        source.Changed += (_, _) => source.Dispose();
        Write("b");
        probe.NextChange();
        Assert.That(async () => await source.DisposeAsync(), Throws.Nothing);
    }

    private (RuleSource Source, SourceProbe Probe) Watch(string file, RuleSourceOptions? options = null)
    {
        _source = RuleSource.Watch(file, options ?? ByAnnouncement);
        return (_source, new SourceProbe(_source));
    }

    // File.Move follows a link to a folder, and Directory.Move does not replace one.
    private void RenameLink(string from, string to)
    {
        using var move = Process.Start("mv", ["-T", _folder.File(from), _folder.File(to)]);
        move.WaitForExit();
        Assert.That(move.ExitCode, Is.Zero);
    }

    private string Write(params string[] rules) => _folder.Write("rules.json", Json(rules));

    /// <summary>A rule file; a rule may have an agent: <c>id=agent</c>.</summary>
    private static string Json(params string[] rules) =>
        RuleFile.ToJson(RuleSet.Create(rules.Select(rule => rule.Split('=') is [var id, var agent] ? new RoutingRule(id, When.Always, agent) : new RoutingRule(rule, When.Always, "agent"))));
}
