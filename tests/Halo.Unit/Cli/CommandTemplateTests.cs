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
    [TestCase("awk '{ print $1 }' '{\"json\":{\"a\":1}}' ${task} \\n", "awk|{ print $1 }|{\"json\":{\"a\":1}}|${task}|\\n")]
    [TestCase("echo {{task}} {{attribute:x}} {{{task}}} {{.Id}} {{{{task}}}}", "echo|{task}|{attribute:x}|{{task}}|{{.Id}}|{{{task}}}")]
    [TestCase("curl http://x/?a=1&b=2;c find . -name '*' '|' \">\"", "curl|http://x/?a=1&b=2;c|find|.|-name|*|||>")]
    public void Direct_Command_IsWordsOfItsOwn(string command, string words) =>
        Assert.That(string.Join('|', CommandTemplate.Direct(command).WordsFor(Graph, 0, "q", 2)), Is.EqualTo(words));

    [Test]
    public void Script_Placeholders_BecomeVariables() =>
        Assert.That(CommandTemplate.Script("make {task} {{type}} > ${HOME}/{attribute:my name} # don't {agent}").WordsFor(Graph, 0, "q", 1),
            Is.EqualTo(new[] { "/bin/sh", "-c", "make \"${HALO_TASK}\" {type} > ${HOME}/\"${HALO_ATTRIBUTE_my_name}\" # don't \"${HALO_AGENT}\"", "halo" }));

    [TestCase("rm -v -- \"{task}\"", "\"$HALO_TASK\"")]
    [TestCase("echo '{type}'", "\"$HALO_TYPE\"")]
    [TestCase("sh -c 'echo {attribute:size}'", "\"$HALO_ATTRIBUTE_size\"")]
    [TestCase("echo \"a\\\"{task}\"", "\"$HALO_TASK\"")]
    [TestCase("x=\"$(make {task})\"", "\"$HALO_TASK\"")]
    [TestCase("cat <<END\n{task}\nEND", "\"$HALO_TASK\"")]
    public void Script_PlaceholderInsideQuotes_IsRefusedWithWhatToWrite(string script, string instead) =>
        Assert.That(() => CommandTemplate.Script(script), Throws.InstanceOf<UsageException>().With.Message.Contains(instead));

    [TestCase("echo \"x\" {task} 'y' {type}")]
    [TestCase("echo \\\" {task} \\' {type}")]
    [TestCase("echo 'it'\\''s' {task}")]
    [TestCase("# don't\necho {task}")]
    [TestCase("cat <<< {task}")]
    public void Script_PlaceholderOutsideOfQuotes_IsAllowed(string script) => Assert.That(() => CommandTemplate.Script(script), Throws.Nothing);

    [TestCase("make {task} | tee log", "|")]
    [TestCase("make {task}>log", ">")]
    [TestCase("sort < {task}", "<")]
    [TestCase("make && test", "&&")]
    [TestCase("cd x; make", ";")]
    [TestCase("server &", "&")]
    public void Direct_OperatorOfTheShell_IsRefused(string command, string found) =>
        Assert.That(() => CommandTemplate.Direct(command), Throws.InstanceOf<UsageException>().With.Message.StartsWith($"'{found}' in --exec").And.Message.Contains("Add --shell"));

    [TestCase("sh -c 'echo {task}'", true)]
    [TestCase("/usr/bin/env bash -ec 'echo {attribute:size}'", true)]
    [TestCase("sh -c 'echo {attempt}'", false)]
    [TestCase("sh -c 'echo \"$1\"' sh {task}", false)]
    [TestCase("gcc -c {task}", false)]
    public void ReadsValuesAsCode_ScriptOfAShell_IsTold(string command, bool isCode) => Assert.That(CommandTemplate.Direct(command).ReadsValuesAsCode, Is.EqualTo(isCode));

    [Test]
    public void MissingFor_AttributesOfATask_NamesThoseItDoesNotHave() =>
        Assert.That(CommandTemplate.Direct("echo {attribute:size} {attribute:none} {attribute:none} {attribute:other}").MissingFor(Graph, 0), Is.EqualTo("{attribute:none}, {attribute:other}"));

    [TestCase("")]
    [TestCase("''")]
    [TestCase("echo {tsak}")]
    [TestCase("echo {task:id}")]
    [TestCase("echo {attribute}")]
    [TestCase("echo \"open")]
    public void Direct_CommandThatCannotBe_IsRefused(string command) => Assert.That(() => CommandTemplate.Direct(command), Throws.InstanceOf<UsageException>());
}
