using System.Text;
using System.Text.Json;
using Halo.Cli;

namespace Halo.Unit.Cli;

/// <summary>Improvement on the command line: what it shows while it searches, and how it ends.</summary>
[TestFixture, Category("Unit")]
public sealed class ScheduleImproveTests : FolderFixture
{
    // Three equal tasks on two slots: the work would fit into 3 s, but no schedule is shorter than 4 s.
    private const string Gapped = """{"tasks":[{"id":"a","type":"x","estimate":2},{"id":"b","type":"x","estimate":2},{"id":"c","type":"x","estimate":2}]}""";
    private const string Uneven = """{"tasks":[{"id":"a","type":"x","estimate":3},{"id":"b","type":"x","estimate":3},{"id":"c","type":"x","estimate":2},{"id":"d","type":"x","estimate":2},{"id":"e","type":"x","estimate":2}]}""";
    private const string TwoSlots = """{"agents":[{"name":"one","types":["x"],"maxConcurrentTasks":2}]}""";

    [Test]
    public async Task Improve_UnevenTasks_FindsTheOptimum()
    {
        var run = await CommandRun.Of([.. Arguments(Uneven), "--improve", "1h", "--format", "json"]); // ends when it is proven
        Assert.That(MakespanOf(run.Output), Is.EqualTo(6));
    }

    [Test]
    public async Task Improve_Cancelled_WritesTheBestSoFar()
    {
        using var cancellation = new CancellationTokenSource();
        using var terminal = new CancellingWriter(cancellation);
        using var output = new MemoryStream();
        var streams = new CommandStreams(Stream.Null, output, terminal, ShowsColors: false) { ProgressWidth = 100 };
        var code = await HaloCommand.RunAsync([.. Arguments(Gapped), "--improve", "1h", "--format", "json"], streams, null, cancellation.Token);
        Assert.That((code, MakespanOf(Encoding.UTF8.GetString(output.ToArray()))), Is.EqualTo((0, 4)));
    }

    [Test]
    public async Task Improve_OnATerminal_ShowsItsProgressInOneLineAndTakesItAway()
    {
        using var cancellation = new CancellationTokenSource();
        using var terminal = new CancellingWriter(cancellation);
        var streams = new CommandStreams(Stream.Null, Stream.Null, terminal, ShowsColors: false) { ProgressWidth = 100 };
        await HaloCommand.RunAsync([.. Arguments(Gapped), "--improve", "1h"], streams, null, cancellation.Token);
        Assert.That(terminal.ToString(), Does.Contain("makespan 4 s, bound 3 s, gap 33.3 %").And.Contain("\r\u001b[Khalo: the search was ended early").And.Match("^[^\n]*\n$"));
    }

    [Test]
    public async Task Improve_NoTerminal_ShowsNoProgress() =>
        Assert.That((await CommandRun.Of([.. Arguments(Gapped), "--improve", "1ms"])).Error, Is.Empty);

    private string[] Arguments(string graph) => ["schedule", Folder.Write("g.json", graph), "--agents", Folder.Write("a.json", TwoSlots)];

    private static double MakespanOf(string json) => JsonDocument.Parse(json).RootElement.GetProperty("makespan").GetDouble();

    /// <summary>A terminal at which somebody presses Ctrl-C when something is shown.</summary>
    private sealed class CancellingWriter(CancellationTokenSource cancellation) : StringWriter
    {
        public override void Write(string? value)
        {
            base.Write(value);
            cancellation.Cancel();
        }
    }
}
