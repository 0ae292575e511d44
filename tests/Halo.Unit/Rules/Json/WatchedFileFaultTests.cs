using System.Runtime.CompilerServices;

namespace Halo.Unit.Rules.Json;

/// <summary>Announcements that fail, as they do when more happens than the system can remember.</summary>
[TestFixture, Category("Unit"), FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class WatchedFileFaultTests : FolderFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public void WaitForChange_AnnouncementsThatFail_IsOverAtOnce()
    {
        using var file = Watch();
        Assert.That(Fail(file), Is.True, "Nobody looks before the announcement: the clock stands.");
    }

    [Test]
    public void WaitForChange_AnnouncementsThatFailed_ListensAnew()
    {
        using var file = Watch();
        var before = WatcherOf(file)!;
        Fail(file);
        Assert.That((before.EnableRaisingEvents, WatcherOf(file)!.EnableRaisingEvents), Is.EqualTo((false, true)));
    }

    [Test]
    public void WaitForChange_ChangeAfterAnnouncementsThatFailed_ListensOn()
    {
        using var file = Watch();
        Fail(file);
        var anew = WatcherOf(file);
        var wait = file.WaitForChangeAsync(CancellationToken.None);
        File.AppendAllText(file.Path, "more");
        Assert.That((wait.Wait(Patience), WatcherOf(file)), Is.EqualTo((true, anew)));
    }

    private static bool Fail(WatchedFile file)
    {
        var wait = file.WaitForChangeAsync(CancellationToken.None);
        OnError(WatcherOf(file)!, new ErrorEventArgs(new InternalBufferOverflowException()));
        return wait.Wait(Patience);
    }

    private WatchedFile Watch() => new(Folder.Write("rules.json", "old"), RuleSourceOptions.Default, new ManualTime());

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_watcher")]
    private static extern ref FileSystemWatcher? WatcherOf(WatchedFile file);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "OnError")]
    private static extern void OnError(FileSystemWatcher watcher, ErrorEventArgs error);
}
