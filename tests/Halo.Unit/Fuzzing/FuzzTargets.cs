using System.Text;
using Halo.Formats;

namespace Halo.Unit.Fuzzing;

/// <summary>The readers with a sample each that uses most of its format.</summary>
internal static class FuzzTargets
{
    private static readonly FuzzTarget[] All =
    [
        Loaded("rules", """
            {"$schema":"s","rules":[{"id":"r1","priority":20,"when":{"type":"compile","cores":{"gte":8,"lt":64},"os":{"in":["linux",1,true]}},"route":"x","explanation":"why"},
             {"id":"r2","when":{"all":[{"any":[{"path":{"glob":"src/*[a-z]?"}},{"path":{"regex":"^a+(b|c)$"}}]},{"not":{"name":{"prefix":"p","suffix":"s"}}},{"gpu":{"exists":false}}]},"route":"y"}]}
            """, text => RuleFile.Read(text.AsSpan(), "f")),
        Loaded("agents", """{"agents":[{"name":"x","types":["a","b"],"skills":["s"],"maxConcurrentTasks":3,"successRate":0.8,"cost":0.4,"speed":2},{"name":"y"}]}""", text => AgentFile.Read(text.AsSpan(), "f")),
        Loaded("graph", """{"tasks":[{"id":"a","type":"x","attributes":{"os":"linux","n":4,"b":true},"estimate":1.5},{"id":"b","type":"x","dependsOn":["a"],"status":"inProgress","agent":"m","estimate":{"m":1}},{"id":"c","type":"y","dependsOn":["a","b"],"status":"failed"}]}""",
            text => GraphFile.Read(text.AsSpan(), "f")),
        Format(new FlexibleJobShopFormat(), """{"machines":3,"jobs":[[[{"machine":2,"processing":4},{"machine":0,"processing":6}],[{"machine":1,"processing":0}]],[[{"machine":0,"processing":1}]]]}"""),
        Format(new WfFormat(), """
            {"schemaVersion":"1.5","workflow":{"specification":{"tasks":[{"name":"a","id":"a_1","parents":[],"children":["b"]},{"name":"b","id":"b","parents":["a_1"],"children":[]}]},
             "execution":{"tasks":[{"id":"a_1","runtimeInSeconds":1,"command":{"program":"p q"},"coreCount":2,"machines":["m"]}],"machines":[{"nodeName":"m","cpu":{"coreCount":4}}]}}}
            """),
        Format(new WorkflowJobsFormat(), """{"workflow":"CI","jobs":[{"id":"a","needs":[],"runsOn":"ubuntu-24.04-arm","matrix":{"os":["a","b"],"exclude":[{"os":"a"}]}},{"id":"b","needs":["a"],"runsOn":{"group":"g","labels":["x"]},"timeoutMinutes":5}]}"""),
        Format(new WorkflowFormat(), """
            name: CI
            jobs:
              a: &job
                runs-on: [self-hosted, linux]
                strategy: {matrix: {os: [a, b], include: [{os: a, x: 1}]}}
                steps:
                  - run: |
                      make
                      make test
              b:
                needs: [a]
                if: ${{ x }}
                runs-on: "ubuntu-latest"
              c: *job
            """),
        Format(new StandardTaskGraphFormat(), "3\n0 0 0\n1 5 1 0\n2 7.5 1 0\n3 1 2 1 2\n4 0 1 3\n# comment\n"),
        JournalFuzz.Bytes,
        JournalFuzz.Records,
        ResultsFuzz.Attempts,
        ResultsFuzz.Baseline,
    ];

    public static IEnumerable<string> Names => All.Select(target => target.Name);

    public static FuzzTarget Named(string name) => Array.Find(All, target => target.Name == name)!;

    private static FuzzTarget Loaded<T>(string name, string sample, Func<byte[], LoadResult<T>> read)
        where T : class => new(name, Encoding.UTF8.GetBytes(sample), text => IsAccepted(read(text)));

    private static FuzzTarget Format(ITaskFileFormat format, string sample) => new(format.Name, Encoding.UTF8.GetBytes(sample), text =>
    {
        IsAccepted(TaskFiles.Read(text, "f"));
        return IsAccepted(format.Read(text, "f", TaskFileLimits.Default));
    });

    /// <summary>Whether a text was accepted, which must be without errors; a refused one must have some, and each but the count of the rest its line.</summary>
    private static bool IsAccepted<T>(LoadResult<T> result)
        where T : class
    {
        var errors = result.Diagnostics.Where(fault => fault.Severity == DiagnosticSeverity.Error).ToList();
        if (result.Value is not null) return errors.Count == 0 ? true : throw new InvalidOperationException($"It was accepted with {errors[0]}.");
        if (errors.Count == 0) throw new InvalidOperationException("It was refused without an error.");
        if (errors.Find(fault => fault.Location.Line <= 0 && fault.Code != DiagnosticCodes.MoreFaults) is { } lost) throw new InvalidOperationException($"The fault has no line: {lost}.");
        return false;
    }
}
