namespace Halo.Unit.Rules.Json;

/// <summary>Files read whole up to a limit, and written whole or not at all.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class ReplacedFileTests
{
    [TestCase(true)]
    [TestCase(false)]
    public void ReadAll_StreamOfExactlyTheLimit_IsReadWhole(bool canSeek)
    {
        byte[] content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)i)];
        using var stream = new PartialStream(content, canSeek);
        Assert.That(InputFile.ReadAll(stream, new InputLimits { MaxBytes = content.Length }), Is.EqualTo(content));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void ReadAll_OneByteMoreThanTheLimit_IsRefused(bool canSeek)
    {
        using var stream = new PartialStream(new byte[300_000], canSeek);
        Assert.That(InputFile.ReadAll(stream, new InputLimits { MaxBytes = 299_999 }), Is.Null);
    }

    [Test]
    public void Replace_WriterThatEnds_ReplacesTheFileAndLeavesNothingElse()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.txt", "old");
        OutputFile.Replace(file, stream => stream.Write("new"u8), CancellationToken.None);
        Assert.That((File.ReadAllText(file), Directory.GetFiles(folder.Path)), Is.EqualTo(("new", new[] { file })));
    }

    [Test]
    public void Replace_CancelledWhileWriting_KeepsTheOldFileAlone()
    {
        using var folder = new TemporaryFolder();
        using var cancelling = new CancellationTokenSource();
        var file = folder.Write("a.txt", "old");
        Assert.That(() => OutputFile.Replace(file, _ => cancelling.Cancel(), cancelling.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That((File.ReadAllText(file), Directory.GetFiles(folder.Path)), Is.EqualTo(("old", new[] { file })));
    }

    [Test]
    public void Replace_WriterThatThrows_KeepsTheOldFileAlone()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.txt", "old");
        Assert.That(() => OutputFile.Replace(file, _ => throw new InvalidDataException(), CancellationToken.None), Throws.TypeOf<InvalidDataException>());
        Assert.That((File.ReadAllText(file), Directory.GetFiles(folder.Path)), Is.EqualTo(("old", new[] { file })));
    }

    [Test]
    public void Replace_Link_StaysALinkToTheNewContent()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Links need a privilege there.");
        using var folder = new TemporaryFolder();
        var (target, link) = (folder.Write("target.txt", "old"), folder.File("link.txt"));
        File.CreateSymbolicLink(link, target);
        OutputFile.Replace(link, "new"u8);
        Assert.That((File.ReadAllText(target), new FileInfo(link).LinkTarget), Is.EqualTo(("new", target)));
    }

    [Test]
    public void Replace_LinkToALink_ReplacesWhatTheLastOneLeadsTo()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Links need a privilege there.");
        using var folder = new TemporaryFolder();
        var (target, link, first) = (folder.Write("target.txt", "old"), folder.File("link.txt"), folder.File("first.txt"));
        File.CreateSymbolicLink(link, target);
        File.CreateSymbolicLink(first, link);
        OutputFile.Replace(first, "new"u8);
        Assert.That((File.ReadAllText(target), new FileInfo(link).LinkTarget, new FileInfo(first).LinkTarget), Is.EqualTo(("new", target, link)));
    }

    /// <summary>Gives less than it is asked for, as streams may.</summary>
    private sealed class PartialStream(byte[] content, bool canSeek) : MemoryStream(content, writable: false)
    {
        public override bool CanSeek => canSeek;

        public override long Length => canSeek ? base.Length : throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 100_000));
    }
}
