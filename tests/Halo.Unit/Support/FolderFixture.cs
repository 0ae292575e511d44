namespace Halo.Unit;

/// <summary>Tests each of which has a folder of its own.</summary>
public abstract class FolderFixture
{
    private protected TemporaryFolder Folder { get; private set; } = null!;

    [SetUp]
    public void CreateFolder() => Folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => Folder.Dispose();
}
