using System.Text.Json.Serialization;
using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Journaling;

/// <summary>A run that is cut off at any byte of its journal, and resumed.</summary>
[TestFixture, Category("Unit")]
public sealed partial class JournalTests : FolderFixture
{
    private static readonly RoutingPlan Diamond = Plan(
        Task("a"), Task("bad"), Task("left", "a"), Task("right", "a", "bad") with { Join = JoinRule.AnySucceeded }, Task("never", "bad"),
        Task("end", "left", "right") with { Conditions = new Dictionary<string, EdgeCondition> { ["left"] = new() { When = When.Attribute("result").Is("a+left") } } });

    [Test]
    public async Task Run_JournalCutAtAnyByte_ResumesToTheSameResults()
    {
        var (whole, expected) = await WholeJournal();
        for (var length = 0; length <= whole.Length; length++)
        {
            var (report, _) = await Resume(whole[..length]);
            Assert.That(Ends(report), Is.EqualTo(expected), $"cut at byte {length} of {whole.Length}");
        }
    }

    [Test]
    public async Task Run_JournalCutAtAnyByte_RunsNoTaskOfItAgain()
    {
        var (whole, _) = await WholeJournal();
        for (var length = 0; length <= whole.Length; length++)
        {
            var records = Journals.Records(whole[..length]);
            var (_, calls) = await Resume(whole[..length]);
            Assert.That(calls, Is.EqualTo(5 - records), $"cut at byte {length} of {whole.Length}");
        }
    }

    [Test]
    public async Task Run_ResumedFromATornJournal_LeavesAWholeOne()
    {
        var (whole, _) = await WholeJournal();
        await Resume(whole[..^5]);
        Assert.That((await Resume(null)).Calls, Is.Zero);
    }

    [Test]
    public async Task Run_DamageInTheMiddle_IsRefusedWithFileAndLine()
    {
        var (whole, _) = await WholeJournal();
        whole[Array.IndexOf(whole, (byte)'\n') + 20] ^= 1;
        Assert.That(() => Resume(whole), Throws.TypeOf<HaloValidationException>().With.Message.Contains("run.journal(2): error HALO402: The line is damaged"));
    }

    [Test]
    public async Task Run_JournalOfAnotherGraph_IsRefused()
    {
        var (whole, _) = await WholeJournal();
        await File.WriteAllBytesAsync(Path, whole);
        var plan = Plan(Task("other"));
        Assert.That(() => Run(plan, Handlers(plan), Options), Throws.TypeOf<HaloValidationException>().With.Message.Contains("another graph"));
    }

    [TestCase("precious text\n")]
    [TestCase("precious text without a line feed")]
    public void Run_FileThatIsNoJournal_IsRefused(string text) =>
        Assert.That(() => Resume(System.Text.Encoding.UTF8.GetBytes(text)), Throws.TypeOf<HaloValidationException>().With.Message.Contains("not the beginning of a journal"));

    [Test]
    public async Task Run_FileThatIsNoJournal_IsLeftAsItWas()
    {
        Assert.Catch<HaloValidationException>(() => Resume("precious"u8.ToArray()).GetAwaiter().GetResult());
        Assert.That(await File.ReadAllTextAsync(Path), Is.EqualTo("precious"));
    }

    private string Path => Folder.File("run.journal");

    private RunOptions Options => new() { Journal = Path };

    private async Task<(byte[] Journal, List<(string, TaskOutcome, object?, string?)> Ends)> WholeJournal()
    {
        var (report, _) = await Resume([]);
        return (await File.ReadAllBytesAsync(Path), Ends(report));
    }

    private async Task<(RunReport Report, int Calls)> Resume(byte[]? journal)
    {
        if (journal is not null) await File.WriteAllBytesAsync(Path, journal);
        var calls = 0;
        var handlers = new TaskHandlers().Handle("a", (task, context, _) =>
        {
            Interlocked.Increment(ref calls);
            if (task.Id == "bad") throw new InvalidOperationException("bad is bad");
            return ValueTask.FromResult(task.Id == "a" ? "a" : $"{context.ResultOf<string>(task.Id == "end" ? "left" : "a")}+{task.Id}");
        }, Json.Default.String);
        return (await Run(Diamond, handlers, Options), calls);
    }

    private static List<(string, TaskOutcome, object?, string?)> Ends(RunReport report) => [.. report.Tasks.Select(task => (task.Task, task.Outcome, task.Result, task.Failure?.Message))];

    [JsonSerializable(typeof(string))]
    private sealed partial class Json : JsonSerializerContext;
}
