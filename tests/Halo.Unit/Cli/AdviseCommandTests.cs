using System.Text.Json;

namespace Halo.Unit.Cli;

[TestFixture, Category("Unit"), Platform("Linux,MacOsX")]
public sealed class AdviseCommandTests : FolderFixture
{
    [Test]
    public async Task Help_HasExamplesAndExitCodes() =>
        Assert.That((await CommandRun.Of("advise", "--help")).Output, Does.Contain("halo advise --count 20").And.Contain("Exit codes:"));

    [Test]
    public async Task Text_SaysHowManyAndWhy() =>
        Assert.That(await CommandRun.Of("advise", "--samples", "1", "--count", "3", "--", "true"), Has.Property("ExitCode").Zero.And.Property("Output").Match("(?s)^Run .*\n.+\\.\n\n  runs +3, .*  machine "));

    [Test]
    public async Task Json_FollowsItsSchema()
    {
        var run = await CommandRun.Of("advise", "--samples", "1", "--count", "2", "--verify", "--format", "json", "--", "true");
        Assert.That(JsonSchema.Load("advice").Validate(JsonDocument.Parse(run.Output).RootElement), Is.Empty);
    }

    [Test]
    public async Task Export_IsTheJsonBesideTheText()
    {
        await CommandRun.Of("advise", "--samples", "1", "--export", Folder.File("advice.json"), "--", "true");
        Assert.That(JsonDocument.Parse(File.ReadAllText(Folder.File("advice.json"))).RootElement.GetProperty("command")[0].GetString(), Is.EqualTo("true"));
    }

    [Test]
    public async Task Arguments_AreNotReadByAShell()
    {
        var run = await CommandRun.Of("advise", "--samples", "1", "--", "sh", "-c", "test \"$1\" = '$(exit 1); * \"x\"'", "sh", "$(exit 1); * \"x\"");
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task Verify_DoesAllRunsTwice()
    {
        var log = Folder.File("log");
        await CommandRun.Of("advise", "--samples", "1", "--max-workers", "1", "--count", "3", "--verify", "--", "sh", "-c", "echo x >> \"$1\"", "sh", log);
        Assert.That(File.ReadAllLines(log), Has.Length.EqualTo(1 + 3 + 3));
    }

    [Test]
    public async Task CommandThatFails_SaysHow() =>
        Assert.That(await CommandRun.Of("advise", "--", "sh", "-c", "echo no disk >&2; exit 3"), Is.EqualTo(new CommandRun(1, "", "halo: 'sh' ended with exit code 3. It said: no disk\n")));

    [Test]
    public async Task CommandThatDoesNotExist_IsNamed() =>
        Assert.That(await CommandRun.Of("advise", "--", "no-such-program-at-all"), Has.Property("ExitCode").EqualTo(1).And.Property("Error").StartsWith("halo: 'no-such-program-at-all' cannot be started: "));

    [Test]
    public async Task CommandThatTakesTooLong_IsKilled() =>
        Assert.That(await CommandRun.Of("advise", "--timeout", "0.2", "--", "sleep", "60"), Is.EqualTo(new CommandRun(1, "", "halo: 'sleep' was killed after 0.2 s.\n")));

    [TestCase("advise")]
    [TestCase("advise", "--")]
    [TestCase("advise", "--", "")]
    [TestCase("advise", "--count", "0", "--", "true")]
    [TestCase("advise", "--samples", "x", "--", "true")]
    [TestCase("advise", "--timeout", "-1", "--", "true")]
    [TestCase("advise", "--export", "", "--", "true")]
    [TestCase("advise", "--format", "xml", "--", "true")]
    public async Task UnusableArguments_Exit2(params string[] arguments) => Assert.That((await CommandRun.Of(arguments)).ExitCode, Is.EqualTo(2));

    [Test]
    public async Task Watch_Cancelled_EndsWithoutAFault()
    {
        using var cancellation = new CancellationTokenSource();
        await using var output = new CancellingStream(cancellation);
        var run = await CommandRun.Of(output, ["advise", "--watch", "--samples", "1", "--", "true"], cancellationToken: cancellation.Token);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task Cancelled_KillsTheCommand()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        Assert.That((await CommandRun.Of(new MemoryStream(), ["advise", "--", "sleep", "60"], cancellationToken: cancellation.Token)).ExitCode, Is.EqualTo(130));
    }

    // Ctrl-C as soon as the first advice is out.
    private sealed class CancellingStream(CancellationTokenSource cancellation) : MemoryStream
    {
        public override void Flush() => cancellation.CancelAfter(TimeSpan.FromMilliseconds(50));
    }
}
