using Halo.NUnit;

namespace Halo.Unit.NUnit.Retrying;

/// <summary>The folder of the results when the run names none.</summary>
[TestFixture, Category("Unit")]
public sealed class ResultsRootTests : FolderFixture
{
    [TestCase("Shop.sln")]
    [TestCase("Shop.slnx")]
    [TestCase(".git")]
    public void Above_RootOverTheWorkDirectory_IsItsTestResults(string mark)
    {
        Folder.Write(mark, "");
        Assert.That(ResultsRoot.Above(Below("tests", "bin")), Is.EqualTo(Path.Combine(Folder.Path, "TestResults", "perf")));
    }

    [Test]
    public void Above_TwoRoots_TakesTheNearest()
    {
        Folder.Write("Outer.sln", "");
        var inner = Below("inner");
        File.WriteAllText(Path.Combine(inner, "Inner.sln"), "");
        Assert.That(ResultsRoot.Above(Below("inner", "bin")), Is.EqualTo(Path.Combine(inner, "TestResults", "perf")));
    }

    [Test]
    public void Above_NoRoot_IsBelowTheWorkDirectory() =>
        Assert.That(ResultsRoot.Above(Path.GetFullPath("/no-such-folder/work")), Is.EqualTo(Path.GetFullPath("/no-such-folder/work/TestResults/perf")));

    [Test]
    public void Above_ThisRepository_IsWhereTheCommandLooks() =>
        Assert.That(ResultsRoot.Above(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), Is.EqualTo(Path.Combine(Repository.Root, "TestResults", "perf")));

    private string Below(params string[] names) => Directory.CreateDirectory(Path.Combine([Folder.Path, .. names])).FullName;
}
