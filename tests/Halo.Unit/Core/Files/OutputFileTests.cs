namespace Halo.Unit.Core;

/// <summary>A file that cannot be replaced stays as it was, and nothing is left beside it.</summary>
[TestFixture, Category("Unit")]
public sealed class OutputFileTests : FolderFixture
{
    [Test]
    public void Replace_AnyWriteFails_KeepsTheOldFileAndNothingElse()
    {
        var file = Folder.Write("plan.txt", "old");
        foreach (var stream in WriteFaults.Of(writes: 3, flushes: 1))
        {
            void Replace() => OutputFile.Replace(file, target => WriteTo(target, stream), CancellationToken.None);
            Assert.That(Replace, Throws.Exception.SameAs(stream.Fault));
            Assert.That((File.ReadAllText(file), Directory.GetFileSystemEntries(Folder.Path).Length), Is.EqualTo(("old", 1)), stream.ToString());
        }
    }

    [Test]
    public void Replace_FolderIsGoneWhenWritingFails_SaysWhyWritingFailed()
    {
        var fault = new IOException("the disk is full");
        var file = Path.Combine(Directory.CreateDirectory(Folder.File("out")).FullName, "plan.txt");
        Assert.That(() => OutputFile.Replace(file, Fail, CancellationToken.None), Throws.Exception.SameAs(fault));

        void Fail(Stream stream)
        {
            stream.Dispose();
            Directory.Delete(Folder.File("out"), recursive: true);
            throw fault;
        }
    }

    [Test]
    public void Replace_TargetIsAFolder_LeavesNothingBesideIt()
    {
        var folder = Directory.CreateDirectory(Folder.File("out")).FullName;
        Assert.That(() => OutputFile.Replace(folder, "x"u8), Throws.InstanceOf<IOException>().Or.InstanceOf<UnauthorizedAccessException>());
        Assert.That(Directory.GetFileSystemEntries(Folder.Path), Is.EqualTo(new[] { folder }));
    }

    // What the disk has taken is in the file; the broken stream says what happens next.
    private static void WriteTo(Stream target, BrokenStream stream)
    {
        for (var i = 0; i < 3; i++)
        {
            target.Write(new byte[5_000]);
            stream.Write(new byte[5_000]);
        }

        stream.Flush();
    }
}
