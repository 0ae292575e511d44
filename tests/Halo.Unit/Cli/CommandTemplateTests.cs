using Halo.Cli;

namespace Halo.Unit.Cli;

/// <summary>How commands of <c>--exec</c> are taken apart and filled in.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class CommandTemplateTests
{
    private static readonly TaskGraph Graph = TaskGraph.Create([new TaskNode("a b", "x") { Attributes = new Dictionary<string, AttributeValue> { ["size"] = 1.5, ["my name"] = "n", ["ns"] = 1732572000123456789, ["ms"] = 1e15 } }]);

    [TestCase("run  fast\tnow", "run|fast|now")]
    [TestCase("echo 'a \"b\"' \"c 'd'\" e'f'\"g\"", "echo|a \"b\"|c 'd'|efg")]
    [TestCase("echo '' \"\"", "echo||")]
    [TestCase("echo {task} {type} {agent} {attempt}", "echo|a b|x|q|2")]
    [TestCase("echo {attribute:size} '{attribute:my name}' -{attribute:none}-", "echo|1.5|n|--")]
    [TestCase("echo {attribute:ns} {attribute:ms}", "echo|1732572000123456789|1000000000000000")]
    [TestCase("awk '{ print $1 }' '{\"json\":1}' ${task} \\n", "awk|{ print $1 }|{\"json\":1}|${task}|\\n")]
    public void Direct_Command_IsWordsOfItsOwn(string command, string words) =>
        Assert.That(string.Join('|', CommandTemplate.Direct(command).WordsFor(Graph, 0, "q", 2)), Is.EqualTo(words));

    [Test]
    public void Script_Placeholders_BecomeParameters() =>
        Assert.That(CommandTemplate.Script("make {task} > ${HOME}/{type} # {task}").WordsFor(Graph, 0, "q", 1),
            Is.EqualTo(new[] { "/bin/sh", "-c", "make \"${1}\" > ${HOME}/\"${2}\" # \"${3}\"", "halo", "a b", "x", "a b" }));

    [TestCase("")]
    [TestCase("''")]
    [TestCase("echo {tsak}")]
    [TestCase("echo {task:id}")]
    [TestCase("echo {attribute}")]
    [TestCase("echo \"open")]
    public void Direct_CommandThatCannotBe_IsRefused(string command) => Assert.That(() => CommandTemplate.Direct(command), Throws.InstanceOf<UsageException>());
}
