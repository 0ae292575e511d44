using Halo.Results;

namespace Halo.Unit.Results.Records;

/// <summary>Every limit at its boundary: what just reaches it is read, one more is refused with the name of the limit.</summary>
[TestFixture, Category("Unit")]
public sealed class PerfLimitsTests : FolderFixture
{
    [SetUp]
    public void SetUp() => Array.ForEach([1, 1, 2], run => PerfResults.Append(Folder.Path, Attempts.Of("t", run, [1])));

    [Test]
    public void Read_FileOfTheLargestSize_IsRead() => Assert.That(PerfResults.Read(File(1), new PerfLimits { MaxFileBytes = SizeOf(1) }), Has.Count.EqualTo(2));

    [Test]
    public void Read_FileOneByteLarger_IsRefused() =>
        Assert.That(FaultsOf(() => PerfResults.Read(File(1), new PerfLimits { MaxFileBytes = SizeOf(1) - 1 })), Is.EqualTo(new[] { $"{File(1)}: the file is larger than {SizeOf(1) - 1} bytes, the limit MaxFileBytes." }));

    [Test]
    public void Read_FolderWithFilesThatAreTooLarge_NamesEachFile() =>
        Assert.That(FaultsOf(() => PerfResults.Read(Folder.Path, new PerfLimits { MaxFileBytes = 1 })).Select(fault => fault.Split(": ")[0]), Is.EqualTo(new[] { File(1), File(2) }));

    [Test]
    public void Read_AsManyAttemptsAsAllowed_AreRead() => Assert.That(PerfResults.Read(Folder.Path, new PerfLimits { MaxAttempts = 3 }), Has.Count.EqualTo(3));

    [TestCase(2, 2, 1)]
    [TestCase(1, 1, 2)]
    public void Read_OneAttemptMore_IsRefusedWithItsLine(int limit, int run, int line) =>
        Assert.That(FaultsOf(() => PerfResults.Read(Folder.Path, new PerfLimits { MaxAttempts = limit })), Is.EqualTo(new[] { $"{File(run)}:{line}: there are more than {limit} attempts, the limit MaxAttempts." }));

    [Test]
    public void Read_BaselineThatIsTooLarge_IsRefused() =>
        Assert.That(FaultsOf(() => BaselineFile.Read(Folder.Write("b.json", """{"tests":{}}"""), new PerfLimits { MaxFileBytes = 11 })).Single(), Does.Contain("larger than 11 bytes, the limit MaxFileBytes"));

    [Test, Platform("Linux")]
    public void Read_FileWithoutAnEnd_IsRefused() => Assert.That(FaultsOf(() => BaselineFile.Read("/dev/zero", new PerfLimits { MaxFileBytes = 100_000 })).Single(), Does.Contain("MaxFileBytes"));

    [TestCase(0, 1, "MaxFileBytes")]
    [TestCase((1 << 30) + 1, 1, "MaxFileBytes")]
    [TestCase(1, 0, "MaxAttempts")]
    public void Read_LimitOutOfItsRange_IsNamed(int bytes, int attempts, string limit) =>
        Assert.That(() => PerfResults.Read(Folder.Path, new PerfLimits { MaxFileBytes = bytes, MaxAttempts = attempts }), Throws.ArgumentException.With.Property("ParamName").EqualTo(limit));

    [Test]
    public void Read_BothLimitsOutOfTheirRanges_NamesBoth() =>
        Assert.That(() => BaselineFile.Read("no.json", new PerfLimits { MaxFileBytes = 0, MaxAttempts = 0 }), Throws.ArgumentException.With.Message.Contains("MaxFileBytes is 0").And.Message.Contains("MaxAttempts is 0"));

    private string File(int run) => PerfResults.FileOf(Folder.Path, Attempts.RunName(run));

    private int SizeOf(int run) => (int)new FileInfo(File(run)).Length;

    private static IReadOnlyList<string> FaultsOf(Action read) => Assert.Throws<PerfDataException>(() => read())!.Faults;
}
