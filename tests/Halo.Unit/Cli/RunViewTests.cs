using System.Text.RegularExpressions;
using Halo.Cli;
using Halo.Execution;

namespace Halo.Unit.Cli;

/// <summary>What a run shows while it lasts.</summary>
[TestFixture, Category("Unit")]
public sealed class RunViewTests : FolderFixture
{
    private static readonly Schedule Schedule = PlanExecutor.Forecast(
        new HaloRouter(RuleSet.Empty, AgentRegistry.Create(new Agent("a") { Types = ["x"] })).Route([new TaskNode("t", "x"), new TaskNode("u", "x"), new TaskNode("v", "x")]));

    [Test]
    public void Lines_FurtherAttempt_HasItsOwnTime() =>
        Assert.That(LinesOf(Event(RunEventKind.Began, "t", 1), Event(RunEventKind.BeganAgain, "t", 5) with { Attempt = 2 })[1], Is.EqualTo("    5.0 s  again        t at a, attempt 2"));

    [Test]
    public void Lines_Pause_SaysHowLongAndWhy() => Assert.That(
        LinesOf(Event(RunEventKind.Paused, "t", 2) with { Attempt = 1, Pause = TimeSpan.FromSeconds(30), Failure = new InvalidOperationException("no disk") })[0],
        Is.EqualTo("    2.0 s  pauses       t at a, 30.0 s after attempt 1: no disk"));

    [Test]
    public void Lines_RunThatIsCancelled_CountsWhatHasEndedByItself()
    {
        var lines = LinesOf(
            Ended("t", TaskOutcome.Succeeded, OutcomeReason.Returned), Ended("u", TaskOutcome.Interrupted, OutcomeReason.Cancelled), Ended("v", TaskOutcome.NotRun, OutcomeReason.Cancelled));
        Assert.That(lines.Select(line => Regex.Match(line, @"\(.*\)$").Value), Is.EqualTo(new[] { "(1 of 3, about 2.0 s left)", "(1 of 3)", "(1 of 3)" }));
    }

    [Test]
    public async Task Screen_OneOfEach_IsInTheSingular()
    {
        Folder.Write("graph.json", """{"tasks": [{"id": "t", "type": "x", "execution": {"retry": {"maxAttempts": 2, "delay": 0}}}]}""");
        Folder.Write("agents.json", """{"agents": [{"name": "a", "types": ["x"]}]}""");
        var run = await CommandRun.Of(new MemoryStream(), ["run", Folder.File("graph.json"), "--agents", Folder.File("agents.json"), "--shell", "--exec", "*=test {attempt} = 2"], colors: true);
        Assert.That(run.Output, Does.Match(@"1 of 1 task, 0 failed, 1 retry, [\d.]+ s\n1 task in "));
    }

    [Test]
    public void Tally_TaskThatPauses_HoldsNoSlot()
    {
        var tally = new RunTally(Schedule);
        var running = new List<int>();
        foreach (var happened in (RunEvent[])[Event(RunEventKind.Began, "t", 0), Event(RunEventKind.AttemptFailed, "t", 1), Event(RunEventKind.Paused, "t", 1), Event(RunEventKind.BeganAgain, "t", 2), Ended("t", TaskOutcome.Succeeded, OutcomeReason.Returned)])
        {
            tally.Note(happened);
            running.Add(tally.Agents.SingleOrDefault()?.Running ?? 0);
        }

        Assert.That(running, Is.EqualTo(new[] { 1, 1, 0, 1, 0 }));
    }

    [Test]
    public async Task Display_ThatFails_DoesNotEndTheRun()
    {
        Folder.Write("graph.json", """{"tasks": [{"id": "t", "type": "x"}, {"id": "u", "type": "x", "dependsOn": ["t"]}]}""");
        Folder.Write("agents.json", """{"agents": [{"name": "a", "types": ["x"]}]}""");
        await using var output = new FailingOnce();
        var run = await CommandRun.Of(output, ["run", Folder.File("graph.json"), "--agents", Folder.File("agents.json"), "--exec", "*=true"]);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "halo: the display of the progress has failed, and the tasks went on: not a fault of the tasks\n")));
    }

    private static RunEvent Event(RunEventKind kind, string task, double seconds) => new(kind, task, "a", TimeSpan.FromSeconds(seconds));

    private static RunEvent Ended(string task, TaskOutcome outcome, OutcomeReason reason) => Event(RunEventKind.Ended, task, 1) with { Outcome = outcome, Reason = reason };

    private static string[] LinesOf(params RunEvent[] events)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        using var lines = new RunLines(Schedule, writer);
        foreach (var happened in events) lines.Show(happened);
        return writer.ToString().TrimEnd('\n').Split('\n');
    }

    private sealed class FailingOnce : MemoryStream
    {
        private bool _hasFailed;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (_hasFailed) return;
            _hasFailed = true;
            throw new InvalidOperationException("not a fault of the tasks");
        }
    }
}
