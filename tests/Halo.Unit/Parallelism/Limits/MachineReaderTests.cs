using Halo.Parallelism;

namespace Halo.Unit.Parallelism;

[TestFixture, Category("Unit")]
public sealed class MachineReaderTests
{
    private const string Group = "/sys/fs/cgroup/pod/box";
    private FakeRoot _root = null!;

    [SetUp]
    public void SetUp() => _root = new FakeRoot().WithProcessors("0-3");

    [TearDown]
    public void TearDown() => _root.Dispose();

    [TestCase("0", 1)]
    [TestCase("0-3", 4)]
    [TestCase("0,2-3,9", 4)]
    public void Processors_AreThoseOfTheAffinity(string list, int expected) => Assert.That(Read(_root.WithProcessors(list)).Processors, Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("3-1")]
    [TestCase("a")]
    [TestCase("0-99999999")]
    [TestCase("0-1-2")]
    public void Processors_UnreadableAffinity_AreTheRuntimesAndSaid(string list)
    {
        var limits = Read(_root.WithProcessors(list), runtime: 6);
        Assert.That((limits.Processors, limits.Notes[0]), Is.EqualTo((6, "The affinity could not be read: processors are as the runtime counted them at its start.")));
    }

    [Test]
    public void Processors_OtherThanTheRuntimes_AreSaid() =>
        Assert.That(Read(_root, runtime: 2).Notes, Has.Some.Contains("The runtime counted 2 processors at its start; the system now allows 4"));

    [Test]
    public void Processors_AsTheQuotaRoundsThem_AreNotSaid() =>
        Assert.That(Read(_root.WithUnifiedGroup("/pod/box").With($"{Group}/cpu.max", "150000 100000"), runtime: 2).Notes, Has.None.Contains("runtime"));

    [Test]
    public void Quota_Unified_IsTheLeastOfTheGroupAndItsAncestors() =>
        Assert.That(Read(_root.WithUnifiedGroup("/pod/box").With($"{Group}/cpu.max", "max 100000").With("/sys/fs/cgroup/pod/cpu.max", "150000 100000").With("/sys/fs/cgroup/cpu.max", "300000 100000")).Cores, Is.EqualTo(1.5));

    [Test]
    public void Quota_VersionOne_IsQuotaByPeriod() =>
        Assert.That(Read(_root.WithGroup("cpu", "/pod/box").With("/sys/fs/cgroup/cpu/pod/cpu.cfs_quota_us", "25000").With("/sys/fs/cgroup/cpu/pod/cpu.cfs_period_us", "50000")).CpuQuota, Is.EqualTo(0.5));

    [TestCase("-1", "100000")]
    [TestCase("0", "100000")]
    [TestCase("100", "0")]
    [TestCase("x", "100000")]
    public void Quota_NoLimit_IsNull(string quota, string period) =>
        Assert.That(Read(_root.WithGroup("cpu", "/").With("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", quota).With("/sys/fs/cgroup/cpu/cpu.cfs_period_us", period)).CpuQuota, Is.Null);

    [Test]
    public void Quota_MountThatBeginsAtTheGroup_IsFound() =>
        Assert.That(Read(_root.WithUnifiedGroup("/docker/abc/job", mountRoot: "/docker/abc").With("/sys/fs/cgroup/cpu.max", "200000 100000")).CpuQuota, Is.EqualTo(2));

    [TestCase("/../other")]
    [TestCase("/dockerx/job")]
    public void Quota_GroupOutsideTheMount_IsThatOfTheMount(string path) =>
        Assert.That(Read(_root.WithUnifiedGroup(path, mountRoot: "/docker").With("/sys/fs/cgroup/cpu.max", "200000 100000")).CpuQuota, Is.EqualTo(2));

    [Test]
    public void Memory_Unified_IsLimitLessUseWithoutIdleFilePages() =>
        Assert.That(Read(_root.WithUnifiedGroup("/pod/box").With($"{Group}/memory.max", "1000").With($"{Group}/memory.current", "700").With($"{Group}/memory.stat", "anon 1\ninactive_file 300\nactive_file 5")).AvailableMemory, Is.EqualTo(600));

    [Test]
    public void Memory_AncestorWithLessRoom_Decides() =>
        Assert.That(Read(_root.WithUnifiedGroup("/pod/box").With($"{Group}/memory.max", "1000").With($"{Group}/memory.current", "100").With("/sys/fs/cgroup/pod/memory.max", "2000").With("/sys/fs/cgroup/pod/memory.current", "1950")).AvailableMemory, Is.EqualTo(50));

    [Test]
    public void Memory_High_BoundsToo() =>
        Assert.That(Read(_root.WithUnifiedGroup("/pod/box").With($"{Group}/memory.max", "max").With($"{Group}/memory.high", "500").With($"{Group}/memory.current", "100")).AvailableMemory, Is.EqualTo(400));

    [Test]
    public void Memory_VersionOne_IsLimitLessUse() =>
        Assert.That(Read(_root.WithGroup("memory", "/pod").With("/sys/fs/cgroup/memory/pod/memory.limit_in_bytes", "1000").With("/sys/fs/cgroup/memory/pod/memory.usage_in_bytes", "900").With("/sys/fs/cgroup/memory/pod/memory.stat", "inactive_file 1\ntotal_inactive_file 50")).AvailableMemory, Is.EqualTo(150));

    [Test]
    public void Memory_OverTheLimit_IsNone() =>
        Assert.That(Read(_root.WithUnifiedGroup("/pod/box").With($"{Group}/memory.max", "1000").With($"{Group}/memory.current", "1100")).AvailableMemory, Is.Zero);

    [Test]
    public void Memory_OfTheMachine_BoundsAGroupWithoutLimit() =>
        Assert.That(Read(_root.With("/proc/meminfo", "MemTotal: 9 kB\nMemAvailable:       4 kB")).AvailableMemory, Is.EqualTo(4096));

    [Test]
    public void Memory_NothingToRead_IsUnknownAndSaid()
    {
        var limits = Read(_root);
        Assert.That((limits.AvailableMemory, limits.Notes[^1]), Is.EqualTo(((long?)null, "The system does not tell how much memory is available: it limits nothing.")));
    }

    [TestCase(2, "0,2", "1,3", "0,2", "1,3")]
    [TestCase(4, "0", "1", "2", "3")]
    [TestCase(null, "0", "1")]
    public void PhysicalCores_AreCountedBySiblings(int? expected, params string[] siblings) => Assert.That(Read(_root.WithSiblings(siblings)).PhysicalCores, Is.EqualTo(expected));

    [Test]
    public void Read_AfterAChange_TellsTheNewFigures()
    {
        var reader = new MachineReader(new KernelFiles(_root.Path), 4);
        var before = reader.Read().Processors;
        _root.WithProcessors("1");
        Assert.That((before, reader.Read().Processors), Is.EqualTo((4, 1)));
    }

    [Test]
    public void Read_OtherSystem_SaysWhatItDoesNotKnow() =>
        Assert.That(new MachineReader(null, 3).Read(), Has.Property("Processors").EqualTo(3).And.Property("PhysicalCores").Null.And.Property("Notes").Count.EqualTo(1));

    private static MachineCapacity Read(FakeRoot root, int runtime = 4) => new MachineReader(new KernelFiles(root.Path), runtime).Read();
}
