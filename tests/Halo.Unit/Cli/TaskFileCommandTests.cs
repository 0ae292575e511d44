namespace Halo.Unit.Cli;

/// <summary>Every command that reads tasks reads them in every known format.</summary>
[TestFixture, Category("Unit")]
public sealed class TaskFileCommandTests : FolderFixture
{
    private const string Workflow = "jobs:\n  a:\n    runs-on: ubuntu-latest\n  b:\n    needs: a\n    runs-on: macos-14\n";
    private const string Agents = """{"agents":[{"name":"one","types":["job","m0_m1","m1","m2","m0_m2"]}]}""";

    private static readonly string JobShop = Path.Combine(Repository.Root, "samples", "formats", "job-shop.json");

    [Test]
    public async Task Route_FileThatNamesMachines_NeedsNoAgents()
    {
        var run = await CommandRun.Of("route", JobShop);
        Assert.That((run.ExitCode, run.Error, run.Output.Split('\n')[0]), Is.EqualTo((0, "", "4 tasks, 3 agents, 2 waves: 4 assigned, 0 unassigned")));
    }

    [Test]
    public async Task Route_AgentsGiven_OverrideTheMachines()
    {
        var run = await CommandRun.Of("route", JobShop, "--agents", Folder.Write("a.json", Agents));
        Assert.That(run.Output.Split('\n')[0], Is.EqualTo("4 tasks, 1 agent, 2 waves: 4 assigned, 0 unassigned"));
    }

    [Test]
    public async Task Route_FaultyAgentsGiven_AreNotReplacedByTheMachines()
    {
        var run = await CommandRun.Of("route", JobShop, "--agents", Folder.Write("a.json", "{}"));
        Assert.That((run.ExitCode, run.Error.Contains("HALO005", StringComparison.Ordinal)), Is.EqualTo((1, true)));
    }

    [Test]
    public async Task Route_FileWithoutMachines_NeedsAgents()
    {
        var file = Folder.Write("ci.yml", Workflow);
        var run = await CommandRun.Of("route", file);
        Assert.That((run.ExitCode, run.Error.Contains($"'{file}' names no machines", StringComparison.Ordinal)), Is.EqualTo((2, true)));
    }

    [Test]
    public async Task Route_FileWithoutMachinesButFaulty_NamesTheFaults()
    {
        var run = await CommandRun.Of("route", Folder.Write("ci.yml", "jobs:\n  a:\n    needs: b\n    runs-on: x\n"));
        Assert.That(run, Is.EqualTo(new CommandRun(1, "", $"{Folder.File("ci.yml")}(3,12): error HALO202: Job 'a' needs 'b', which is not a job of the workflow. Add the job or remove the need.\n")));
    }

    [Test]
    public async Task Route_StandardInput_IsRecognized()
    {
        var run = await CommandRun.WithInput(Workflow, "route", "-", "--agents", Folder.Write("a.json", Agents));
        Assert.That((run.ExitCode, run.Output.Split('\n')[0]), Is.EqualTo((0, "2 tasks, 1 agent, 2 waves: 2 assigned, 0 unassigned")));
    }

    [Test]
    public async Task Explain_TaskOfAJobShop_NamesTheEligibleMachines()
    {
        var run = await CommandRun.Of("explain", JobShop, "j0.0");
        Assert.That(run.Output, Does.Contain("j0.0 -> m0, by capability").And.Contain("  m1 ").And.Not.Contain("  m2 "));
    }

    [TestCase("ci.yml", Workflow)]
    [TestCase("ci.yml", "jobs:\n  a:\n    runs-on: x\n")]
    [TestCase("graph.stg", "0\n0 0 0\n1 0 1 0\n")]
    public async Task Check_SoundFile_HasNoFaults(string name, string text)
    {
        var run = await CommandRun.Of("check", Folder.Write(name, text));
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((0, "No faults in 1 file.\n")));
    }

    [Test]
    public async Task Check_FileOfNoKnownFormat_SaysWhatWasSeen()
    {
        var run = await CommandRun.Of("check", Folder.Write("x.txt", "hello"));
        Assert.That((run.ExitCode, run.Output.Contains("it is a text that begins with 'hello'", StringComparison.Ordinal)), Is.EqualTo((1, true)));
    }
}
