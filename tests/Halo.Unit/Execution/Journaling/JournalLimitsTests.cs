using System.Text.Json.Serialization;
using Halo.Execution;
using static Halo.Unit.Execution.Runs;

namespace Halo.Unit.Execution.Journaling;

/// <summary>Every limit at its boundary: what just reaches it is resumed from, one more is refused and left as it was.</summary>
[TestFixture, Category("Unit")]
public sealed partial class JournalLimitsTests : FolderFixture
{
    private static readonly RoutingPlan Pair = Plan(Task("a"), Task("b", "a"));

    private string _path = null!;

    [SetUp]
    public async Task WriteJournal()
    {
        _path = Folder.File("run.journal");
        await Resume(JournalLimits.Default);
    }

    [Test]
    public async Task Run_JournalOfTheLargestSize_IsResumedFrom() => Assert.That(await Resume(new JournalLimits { MaxBytes = Size }), Is.Zero);

    [Test]
    public void Run_JournalOneByteLarger_IsRefused() => Assert.That(
        () => Resume(new JournalLimits { MaxBytes = Size - 1 }),
        Throws.TypeOf<HaloValidationException>().With.Message.Contains($"has {Size} bytes, more than the limit MaxBytes of {Size - 1}"));

    [Test]
    public async Task Run_LongestRecord_IsResumedFrom() => Assert.That(await Resume(new JournalLimits { MaxRecordBytes = LongestRecord }), Is.Zero);

    [Test]
    public void Run_RecordOneByteLonger_IsRefusedWithItsLine() => Assert.That(
        () => Resume(new JournalLimits { MaxRecordBytes = LongestRecord - 1 }),
        Throws.TypeOf<HaloValidationException>().With.Message.Contains($"run.journal(4): error HALO402: The record is longer than {LongestRecord - 1} bytes, the limit MaxRecordBytes."));

    [Test]
    public void Run_LineWithoutAnEnd_IsRefused()
    {
        File.AppendAllText(_path, new string('x', 1_000_000));
        Assert.That(() => Resume(new JournalLimits { MaxRecordBytes = 300_000 }), Throws.TypeOf<HaloValidationException>().With.Message.Contains("run.journal(5)").And.Message.Contains("MaxRecordBytes"));
    }

    [Test]
    public void Run_JournalBeyondALimit_IsLeftAsItWas()
    {
        var before = File.ReadAllBytes(_path);
        Assert.Catch<HaloValidationException>(() => Resume(new JournalLimits { MaxRecordBytes = 1 }).GetAwaiter().GetResult());
        Assert.That(File.ReadAllBytes(_path), Is.EqualTo(before));
    }

    private long Size => new FileInfo(_path).Length;

    private int LongestRecord => File.ReadAllLines(_path).Skip(1).Max(line => line.Length);

    /// <summary>How many tasks were run. The second has the longer result.</summary>
    private async Task<int> Resume(JournalLimits limits)
    {
        var calls = 0;
        var handlers = new TaskHandlers().Handle("a", (task, _, _) => ValueTask.FromResult(new string('r', ++calls * 1_000)), JournalLimitsJson.Default.String);
        await Run(Pair, handlers, new RunOptions { Journal = _path, JournalLimits = limits });
        return calls;
    }

    [JsonSerializable(typeof(string))]
    private sealed partial class JournalLimitsJson : JsonSerializerContext;
}
