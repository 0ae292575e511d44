using System.Text.Json;

namespace Halo.Unit.Docs;

/// <summary>The notices name every package that a shipped project uses, as its lock file says, and hold the text of every license.</summary>
[TestFixture, Category("Unit")]
public sealed class ThirdPartyNoticesTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "THIRD-PARTY-NOTICES.md"));

    private static IEnumerable<string> LockFiles() =>
        Directory.GetDirectories(Path.Combine(Repository.Root, "src"))
            .Append(Path.Combine(Repository.Root, "tools", "Halo.NUnitConsole"))
            .Select(folder => Path.Combine(folder, "packages.lock.json"))
            .Where(File.Exists)
            .Select(file => Path.GetRelativePath(Repository.Root, file));

    [TestCaseSource(nameof(LockFiles))]
    public void Notices_PackagesOfALockFile_AreNamedWithTheirVersion(string file)
    {
        var named = Rows().Select(row => (row[0], row[1])).ToHashSet();
        Assert.That(PackagesOf(file).Except(named), Is.Empty);
    }

    [Test]
    public void Notices_EveryLicense_HasItsText()
    {
        var texts = Lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]);
        Assert.That(Rows().Select(row => row[2]).Distinct().Except(texts), Is.Empty);
    }

    [Test]
    public void Notices_EveryRow_NamesACopyrightAndNoPackageTwice()
    {
        Assert.That(Rows().Select(row => row[3]), Is.All.StartsWith("(c) "));
        Assert.That(Rows().Select(row => row[0]), Is.Unique);
    }

    // | package | version | license | copyright |
    private static IEnumerable<string[]> Rows() =>
        Lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| package ", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | "));

    private static IEnumerable<(string Name, string Version)> PackagesOf(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, file)));
        return [.. json.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project")
            .Select(package => (package.Name, package.Value.GetProperty("resolved").GetString()!))];
    }
}
