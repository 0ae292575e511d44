using Halo.Formats;

namespace Halo.Unit.Formats;

/// <summary>Jobs that call a workflow of their repository.</summary>
[TestFixture, Category("Unit")]
public sealed class WorkflowCallTests
{
    private const string Caller =
        """
        jobs:
          lint: {runs-on: a}
          build:
            needs: lint
            uses: ./.github/workflows/build.yml
            strategy: {matrix: {os: [x, y]}}
          test: {runs-on: a, needs: build}
          remote: {uses: o/r/.github/workflows/build.yml@v1}
          absent: {uses: ./.github/workflows/absent.yml}
        """;

    private const string Callee =
        """
        on: workflow_call
        jobs:
          one: {runs-on: b, strategy: {matrix: {v: [1, 2, 3]}}}
          two: {runs-on: b}
          three: {runs-on: b, needs: one}
        """;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => Directory.CreateDirectory(Path.Combine((_folder = new TemporaryFolder()).Path, ".github", "workflows"));

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void Load_Call_BecomesTheJobsOfTheCallee() =>
        Assert.That(
            Describe(Load(("ci.yml", Caller), ("build.yml", Callee))),
            Is.EqualTo(new[] { "lint []", "build/one [lint] 6", "build/two [lint] 2", "build/three [build/one] 2", "test [build/two build/three]", "remote []", "absent []" }));

    [Test]
    public void Load_Call_NamesTheCaller()
    {
        var file = Load(("ci.yml", Caller), ("build.yml", Callee));
        Assert.That((Texts.Attribute(file, "build/one", "caller").ToString(), Texts.Attribute(file, "absent", "uses").ToString()), Is.EqualTo(("build", "./.github/workflows/absent.yml")));
    }

    [Test]
    public void Load_CallsThroughLevels_AreFollowed() =>
        Assert.That(
            Describe(Load(
                ("ci.yml", "jobs:\n  a: {uses: ./.github/workflows/b.yaml}\n  z: {runs-on: x, needs: A}\n"),
                ("b.yaml", "jobs:\n  b: {uses: ./.github/workflows/c.yml}\n  y: {runs-on: x, needs: b}\n"),
                ("c.yml", "jobs:\n  c: {runs-on: x}\n"))),
            Is.EqualTo(new[] { "a/b/c []", "a/y [a/b/c]", "z [a/y]" }));

    [Test]
    public void Load_FileOutsideARepository_FollowsNothing()
    {
        File.WriteAllText(_folder.File("build.yml"), Callee);
        File.WriteAllText(_folder.File("ci.yml"), Caller);
        Assert.That(TaskFiles.Load(_folder.File("ci.yml")).Graph.Count, Is.EqualTo(5));
    }

    [Test]
    public void Parse_Text_FollowsNothing() => Assert.That(Texts.Sound(Caller).Graph.Count, Is.EqualTo(5));

    [Test]
    public void Read_FaultsOfTheCallee_NameItsFile() =>
        Assert.That(
            FaultsOf(("ci.yml", "jobs:\n  a: {uses: ./.github/workflows/b.yml}\n  c: {needs: d, runs-on: x}\n"), ("b.yml", "jobs:\n  b: {needs: q, runs-on: x}\n")),
            Is.EqualTo(new[] { "ci.yml 3: Job 'c' needs 'd', which is not a job of the workflow.", "b.yml 2: Job 'b' needs 'q', which is not a job of the workflow." }));

    [Test]
    public void Read_WorkflowsThatCallEachOther_AreRefused() =>
        Assert.That(
            FaultsOf(("ci.yml", "jobs:\n  a: {uses: ./.github/workflows/b.yml}\n"), ("b.yml", "jobs:\n  b: {uses: ./.github/workflows/ci.yml}\n")),
            Is.EqualTo(new[] { "b.yml 2: Job 'b': the workflow calls itself: ci.yml -> b.yml -> ci.yml." }));

    [Test]
    public void Read_CallsThatMultiply_AreRefused()
    {
        var files = Enumerable.Range(0, 9).Select(level => ($"w{level}.yml", "jobs:\n" + string.Concat(Enumerable.Range(0, 20).Select(job => $"  j{job}: {{uses: ./.github/workflows/w{level + 1}.yml}}\n"))));
        Assert.That(FaultsOf([.. files, ("w9.yml", "jobs:\n  a: {runs-on: x}\n")]), Has.Some.Contains("more than 10000 jobs"));
    }

    [Test]
    public void Read_TooManyLevels_IsRefused()
    {
        var files = Enumerable.Range(0, 10).Select(level => ($"w{level}.yml", $"jobs:\n  a: {{uses: ./.github/workflows/w{level + 1}.yml}}\n"));
        Assert.That(FaultsOf([.. files, ("w10.yml", "jobs:\n  a: {runs-on: x}\n")]), Is.EqualTo(new[] { "w9.yml 2: Job 'a': workflows call each other through more than 10 levels." }));
    }

    private TaskFile Load(params ReadOnlySpan<(string Name, string Text)> files) => TaskFiles.Load(Write(files));

    private IEnumerable<string> FaultsOf(params ReadOnlySpan<(string Name, string Text)> files) =>
        TaskFiles.Read(Write(files)).Diagnostics.Select(fault => $"{Path.GetFileName(fault.Location.File)} {fault.Location.Line}: {fault.Message}");

    // The first file is the one to read.
    private string Write(ReadOnlySpan<(string Name, string Text)> files)
    {
        var folder = Path.Combine(_folder.Path, ".github", "workflows");
        foreach (var (name, text) in files) File.WriteAllText(Path.Combine(folder, name), text);
        return Path.Combine(folder, files[0].Name);
    }

    private static IEnumerable<string> Describe(TaskFile file) =>
        Enumerable.Range(0, file.Graph.Count).Select(task =>
            $"{file.Graph.IdOf(task)} [{string.Join(' ', file.Graph[task].DependsOn)}] {file.Graph.AttributesOf(task).GetValueOrDefault("matrix")}".Replace(" (absent)", "", StringComparison.Ordinal));
}
