namespace Halo.Unit.Docs;

/// <summary>A page about one thing is read to its end only when it is short.</summary>
[TestFixture, Category("Unit")]
public sealed class PageLengthTests
{
    private const int MostLines = 120; // two screens

    private static readonly string[] Pages =
        ["CONTRIBUTING.md", .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(page => Path.GetRelativePath(Repository.Root, page)).Order(StringComparer.Ordinal)];

    [TestCaseSource(nameof(Pages))]
    public void Page_Lines_FitOnTwoScreens(string page) => Assert.That(File.ReadAllLines(Path.Combine(Repository.Root, page)), Has.Length.LessThanOrEqualTo(MostLines));

    [TestCase("rules")]
    [TestCase("routing")]
    [TestCase("schedules")]
    [TestCase("execution")]
    [TestCase("performance-testing")]
    [TestCase("formats")]
    public void Concept_HasAPageThatTheReadmeNames(string concept) =>
        Assert.That(File.ReadAllText(Path.Combine(Repository.Root, "README.md")), Does.Contain($"](docs/{concept}.md)"));
}
