using Halo.NUnitConsole;

namespace Halo.Unit.Tools;

[TestFixture, Category("Unit")]
public sealed class CommandLineTests
{
    [Test]
    public void Parse_EveryOption_IsRead()
    {
        var options = CommandLine.Parse(["a.dll", "--where", "cat == X", "--result=1.xml", "--result", "2.xml", "--labels=before", "--workers=3", "--param", "p=v=1;2", "--stoponerror", "b.dll"]);
        Assert.Multiple(() =>
        {
            Assert.That(options.Assemblies, Is.EqualTo(new[] { "a.dll", "b.dll" }));
            Assert.That(options.Where, Is.EqualTo("cat == X"));
            Assert.That(options.ResultFiles, Is.EqualTo(new[] { "1.xml", "2.xml" }));
            Assert.That(options.Labels, Is.EqualTo(LabelMode.Before));
            Assert.That(options.Workers, Is.EqualTo(3));
            Assert.That(options.Parameters, Is.EqualTo(new Dictionary<string, string> { ["p"] = "v=1;2" }));
            Assert.That(options.StopOnError, Is.True);
            Assert.That(options.Explore, Is.False);
        });
    }

    [Test]
    public void Parse_ExploreBeforeAnAssembly_TakesItForNoFile()
    {
        var options = CommandLine.Parse(["--explore", "a.dll"]);
        Assert.That((options.Explore, options.ExploreFile, options.Assemblies[0]), Is.EqualTo((true, (string?)null, "a.dll")));
    }

    [Test]
    public void Parse_ExploreWithEqualsSign_NamesTheFile() =>
        Assert.That(CommandLine.Parse(["a.dll", "--explore=list.xml"]).ExploreFile, Is.EqualTo("list.xml"));

    [TestCase("Name at least one test assembly.")]
    [TestCase("There is no option '--wher'.", "a.dll", "--wher=x")]
    [TestCase("There is no option '-x'.", "a.dll", "-x")]
    [TestCase("--where needs a value.", "a.dll", "--where")]
    [TestCase("--where needs a value.", "a.dll", "--where", "--stoponerror")]
    [TestCase("--where is given twice.", "a.dll", "--where=cat==A", "--where=cat==B")]
    [TestCase("--labels cannot be '1'; it is one of Off, Before, After.", "a.dll", "--labels=1")]
    [TestCase("--workers cannot be '-1'; it is a whole number from 0.", "a.dll", "--workers=-1")]
    [TestCase("--param cannot be '=1'; it is NAME=VALUE.", "a.dll", "--param", "=1")]
    [TestCase("--param gives 'p' twice.", "a.dll", "--param=p=1", "--param=p=2")]
    [TestCase("--stoponerror takes no value.", "a.dll", "--stoponerror=1")]
    [TestCase("--explore= needs a file; --explore alone lists the tests on the console.", "a.dll", "--explore=")]
    [TestCase("--explore runs no test, so there is nothing for --result; use --explore=FILE.", "a.dll", "--explore", "--result=r.xml")]
    public void Parse_WrongArguments_AreNamed(string fault, params string[] arguments) =>
        Assert.That(Assert.Throws<UsageException>(() => CommandLine.Parse(arguments))!.Faults, Is.EqualTo(new[] { fault }));

    [Test]
    public void Parse_SeveralFaults_AreAllNamed() =>
        Assert.That(Assert.Throws<UsageException>(() => CommandLine.Parse(["--foo", "--workers=x", "--settings=nowhere.runsettings"]))!.Faults, Has.Count.EqualTo(4));

    [Test]
    public void Parse_SettingsAndParam_ParamGoesFirst()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.runsettings", """<RunSettings><TestRunParameters><Parameter name="p" value="1" /><Parameter name="q" value="2" /></TestRunParameters></RunSettings>""");
        Assert.That(CommandLine.Parse(["a.dll", "--settings", file, "--param=q=3"]).Parameters, Is.EquivalentTo(new Dictionary<string, string> { ["p"] = "1", ["q"] = "3" }));
    }

    [Test]
    public void Parse_SettingsOfThisRepository_AreRead() =>
        Assert.That(CommandLine.Parse(["a.dll", "--settings", Path.Combine(Repository.Root, "nunit.runsettings")]).Parameters, Does.ContainKey("Perf.MaxRetries"));

    [TestCase("<RunSettings>", "cannot be read")]
    [TestCase("<Project />", "its root is <Project>")]
    [TestCase("""<RunSettings><TestRunParameters><Parameter name="p" /></TestRunParameters></RunSettings>""", "without name or value")]
    [TestCase("""<RunSettings><TestRunParameters><Parameter name="p" value="" /><Parameter name="p" value="" /></TestRunParameters></RunSettings>""", "'p' twice")]
    public void Parse_FaultySettings_AreRefused(string content, string fault)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.runsettings", content);
        Assert.That(Assert.Throws<UsageException>(() => CommandLine.Parse(["a.dll", "--settings", file]))!.Message, Does.Contain(fault));
    }
}
