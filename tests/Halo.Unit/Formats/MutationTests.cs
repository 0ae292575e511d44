using System.Diagnostics;
using System.Globalization;
using System.Text;
using Halo.Formats;
using Halo.Rules;

namespace Halo.Unit.Formats;

/// <summary>Sound texts, damaged at random: each is read or refused, never anything else, and in little time.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class MutationTests
{
    private const int Runs = 600;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string[] Splices =
        ["{", "}", "[", "]", ":", ",", "\"", "'", "\n", "\n  ", "- ", "#", "&a ", "*a", "!!x ", "|\n", ">-\n", "<<: ", "? ", "%", "---\n", "...\n", "\t", "\0", "\\", "\uD7FF", "${{ ", "null", "-1", "1e999", "99999999999", "0"];

    private static IEnumerable<TestCaseData> Cases() =>
    [
        Case(new HaloGraphFormat(), """{"tasks":[{"id":"a","type":"x","attributes":{"os":"linux"},"estimate":1.5},{"id":"b","type":"x","dependsOn":["a"],"estimate":{"m":1}}]}"""),
        Case(new FlexibleJobShopFormat(), """{"machines":3,"jobs":[[[{"machine":2,"processing":4},{"machine":0,"processing":6}],[{"machine":1,"processing":0}]],[[{"machine":0,"processing":1}]]]}"""),
        Case(new WfFormat(),
            """
            {"schemaVersion":"1.5","workflow":{"specification":{"tasks":[{"name":"a","id":"a_1","parents":[],"children":["b"]},{"name":"b","id":"b","parents":["a_1"],"children":[]}]},
             "execution":{"tasks":[{"id":"a_1","runtimeInSeconds":1,"command":{"program":"p q"},"coreCount":2,"machines":["m"]}],"machines":[{"nodeName":"m","cpu":{"coreCount":4}}]}}}
            """),
        Case(new WorkflowJobsFormat(), """{"workflow":"CI","jobs":[{"id":"a","needs":[],"runsOn":"ubuntu-24.04-arm","matrix":{"os":["a","b"],"exclude":[{"os":"a"}]}},{"id":"b","needs":["a"],"runsOn":{"group":"g","labels":["x"]},"timeoutMinutes":5}]}"""),
        Case(new WorkflowFormat(),
            """
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
        Case(new StandardTaskGraphFormat(), "3\n0 0 0\n1 5 1 0\n2 7.5 1 0\n3 1 2 1 2\n4 0 1 3\n# comment\n"),
    ];

    [TestCaseSource(nameof(Cases))]
    public void Read_DamagedText_IsReadOrRefused(object format, string text)
    {
        var seed = Environment.GetEnvironmentVariable("HALO_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        TestContext.Out.WriteLine($"HALO_SEED={seed}");
        var (random, watch, refused) = (new Random(seed), Stopwatch.StartNew(), 0);
        for (var run = 0; run < Runs; run++)
        {
            var damaged = Damage(Encoding.UTF8.GetBytes(text), random);
            if (!IsReadOrRefused(TaskFiles.Read(damaged, "f"))) Assert.Fail($"HALO_SEED={seed}: {Encoding.UTF8.GetString(damaged)}");
            var result = ((ITaskFileFormat)format).Read(damaged, "f", InputLimits.Default);
            if (!IsReadOrRefused(result)) Assert.Fail($"HALO_SEED={seed}: {Encoding.UTF8.GetString(damaged)}");
            if (result.Value is null) refused++;
        }

        Assert.That((watch.Elapsed < Patience, refused > Runs / 10), Is.EqualTo((true, true)), $"HALO_SEED={seed}, {watch.Elapsed}, {refused} refused");
    }

    private static bool IsReadOrRefused(LoadResult<TaskFile> result)
    {
        var errors = result.Diagnostics.Where(fault => fault.Severity == DiagnosticSeverity.Error).ToList();
        return result.Value is null ? errors.Count > 0 && errors.TrueForAll(fault => fault.Location.Line > 0 || fault.Code == DiagnosticCodes.MoreFaults) : errors.Count == 0;
    }

    private static byte[] Damage(byte[] text, Random random)
    {
        var bytes = new List<byte>(text);
        for (var times = random.Next(1, 4); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 12), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length)); break;
                case 3: bytes.RemoveRange(at, bytes.Count - at); break;
                case 4: bytes.InsertRange(at, Enumerable.Repeat(bytes[at], random.Next(2, 300)).ToArray()); break;
                default: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Splices[random.Next(Splices.Length)])); break;
            }
        }

        return [.. bytes];
    }

    private static TestCaseData Case(ITaskFileFormat format, string text) => new TestCaseData(format, text).SetArgDisplayNames(format.Name);
}
