using Halo.Formats;

namespace Halo.Unit.Formats;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class WorkflowTests
{
    private const string Yaml =
        """
        name: CI
        on: [push]
        jobs:
          build:
            name: Build ${{ matrix.os }}
            runs-on: ${{ matrix.os }}
            strategy:
              matrix: {os: [ubuntu-latest, macos-14], rust: [stable, beta]}
            steps: [{run: make}]
          test:
            needs: build
            runs-on: [self-hosted, Linux, ARM64]
            timeout-minutes: 20
            if: github.ref == 'refs/heads/main'
          call:
            needs: [build, test]
            uses: ./.github/workflows/x.yml
          group:
            runs-on: {group: large, labels: [ubuntu-24.04-16]}
            timeout-minutes: ${{ inputs.minutes }}
        """;

    private const string Json =
        """
        {"workflow": "CI", "source": "x.yml", "jobs": [
          {"id": "build", "name": "Build ${{ matrix.os }}", "needs": [], "runsOn": "${{ matrix.os }}", "runner": null, "matrix": {"os": ["ubuntu-latest", "macos-14"], "rust": ["stable", "beta"]}},
          {"id": "test", "name": null, "needs": ["build"], "runsOn": ["self-hosted", "Linux", "ARM64"], "timeoutMinutes": 20, "condition": "github.ref == 'refs/heads/main'"},
          {"id": "call", "needs": ["build", "test"], "runsOn": null, "uses": "./.github/workflows/x.yml"},
          {"id": "group", "needs": null, "runsOn": {"group": "large", "labels": "ubuntu-24.04-16"}, "timeoutMinutes": "${{ inputs.minutes }}"}
        ]}
        """;

    [Test]
    public void Parse_Needs_AreEdges() => Assert.That(Texts.EdgesOf(Texts.Sound(Yaml)), Is.EqualTo(new[] { "build->test", "build->call", "test->call" }));

    [Test]
    public void Parse_NeedsInOtherCase_AreEdges() =>
        Assert.That(Texts.EdgesOf(Texts.Sound("jobs:\n  Build: {runs-on: x}\n  test: {runs-on: x, needs: [build, BUILD]}\n")), Is.EqualTo(new[] { "Build->test" }));

    [TestCase("build", "runner=${{ matrix.os }} name=Build ${{ matrix.os }} matrix=4")]
    [TestCase("test", "runner=self-hosted,Linux,ARM64 os=linux arch=arm64 timeoutMinutes=20 condition=github.ref == 'refs/heads/main'")]
    [TestCase("call", "uses=./.github/workflows/x.yml")]
    [TestCase("group", "runner=ubuntu-24.04-16 runnerGroup=large os=linux version=24.04 arch=x64 size=16 timeoutMinutes=${{ inputs.minutes }}")]
    public void Parse_Job_HasItsAttributes(string job, string attributes) =>
        Assert.That(AttributesOf(Texts.Sound(Yaml), job), Is.EquivalentTo(attributes.Split(' ').Aggregate(new List<string>(), Rejoin).Append("type=job")));

    [Test]
    public void Parse_JobsInJson_AreTheSameGraph() => Assert.That(Describe(Texts.Sound(Json)), Is.EqualTo(Describe(Texts.Sound(Yaml))));

    [Test]
    public void Parse_Workflow_HasNoAgents() => Assert.That(Texts.Sound(Yaml).Agents, Is.Null);

    [Test]
    public void Parse_Anchors_AreFollowed() =>
        Assert.That(
            AttributesOf(Texts.Sound("jobs:\n  a: &job\n    runs-on: &label windows-11-arm\n  b: *job\n  c:\n    runs-on: [*label]\n"), "b"),
            Is.EquivalentTo(new[] { "type=job", "runner=windows-11-arm", "os=windows", "version=11", "arch=arm64" }));

    internal static IEnumerable<string> AttributesOf(TaskFile file, string job) =>
        file.Graph.TryGetIndex(job, out var index) ? file.Graph.AttributesOf(index).Select(pair => $"{pair.Key}={pair.Value}") : [];

    internal static IEnumerable<string> Describe(TaskFile file) =>
        Enumerable.Range(0, file.Graph.Count).Select(task => $"{file.Graph.IdOf(task)} <- {string.Join(',', file.Graph[task].DependsOn)}: {string.Join("; ", AttributesOf(file, file.Graph.IdOf(task)).Order(StringComparer.Ordinal))}");

    // A word without a name belongs to the value before it.
    private static List<string> Rejoin(List<string> parts, string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && word.AsSpan(0, equals).IndexOfAnyExceptInRange('A', 'z') < 0) parts.Add(word);
        else parts[^1] += $" {word}";
        return parts;
    }
}
