using Halo.Cli;

namespace Halo.Unit.Cli;

/// <summary>What the last line of a command means to conditions.</summary>
[TestFixture, Category("Unit"), Platform("Linux,MacOsX")]
public sealed class CommandResultTests : FolderFixture
{
    [TestCase("87.5", 87.5)]
    [TestCase("-3", -3)]
    [TestCase("1e3", 1000)]
    public void Of_JsonNumber_IsTheNumber(string line, double number) => Assert.That(CommandResult.Of(line), Is.EqualTo(AttributeValue.Of(number)));

    [TestCase("9007199254740993")]
    [TestCase("-9223372036854775808")]
    public void Of_LargeInteger_IsThatIntegerExactly(string line) =>
        Assert.That((CommandResult.Of(line).Kind, CommandResult.Of(line).ToString()), Is.EqualTo((AttributeKind.Number, line)));

    [TestCase("1e400")]
    [TestCase("18446744073709551616")]
    public void Of_NumberThatCannotBeHeld_IsTheTextAsItStands(string line) => Assert.That(CommandResult.Of(line), Is.EqualTo(AttributeValue.Of(line)));

    [TestCase("true", true)]
    [TestCase("false", false)]
    public void Of_JsonBoolean_IsTheBoolean(string line, bool value) => Assert.That(CommandResult.Of(line), Is.EqualTo(AttributeValue.Of(value)));

    [TestCase("\"1.10\"", "1.10")]
    [TestCase("\"true\"", "true")]
    public void Of_JsonString_IsItsText(string line, string text) => Assert.That(CommandResult.Of(line), Is.EqualTo(AttributeValue.Of(text)));

    [TestCase("")]
    [TestCase("007")]
    [TestCase("1.2.3")]
    [TestCase("87 %")]
    [TestCase("1e999")]
    [TestCase("True")]
    [TestCase("NaN")]
    [TestCase("null")]
    [TestCase("{\"a\": 1}")]
    [TestCase("\"open")]
    [TestCase("\"\\ud800\"")]
    public void Of_AnythingElse_IsTheTextAsItStands(string line) => Assert.That(CommandResult.Of(line), Is.EqualTo(AttributeValue.Of(line)));

    [TestCase("87.5", "done         u at a")]
    [TestCase("79", "skipped      u, the condition on a dependency was not met")]
    public async Task Run_ConditionOnANumber_DecidesByIt(string printed, string says) => Assert.That((await Run(printed)).Output, Does.Contain(says));

    [Test]
    public async Task Run_ResumedWithAConditionOnANumber_StillSeesANumber()
    {
        await Run("87.5", "--journal", Folder.File("j"));
        var lines = File.ReadAllLines(Folder.File("j"));
        File.WriteAllLines(Folder.File("j"), lines[..3]); // the number is written, what follows from it is not
        Assert.That((await Run("0", "--journal", Folder.File("j"), "--resume", "--accept-changes")).Output, Does.Contain("done         u at a"));
    }

    // Task u needs a coverage of 80 or more.
    private Task<CommandRun> Run(string printed, params string[] options)
    {
        Folder.Write("agents.json", """{"agents": [{"name": "a", "types": ["x"]}]}""");
        Folder.Write("graph.json", """{"tasks": [{"id": "t", "type": "x"}, {"id": "u", "type": "x", "dependsOn": ["t"], "conditions": {"t": {"when": {"result": {"gte": 80}}}}}]}""");
        return CommandRun.Of(["run", Folder.File("graph.json"), "--agents", Folder.File("agents.json"), "--exec", $"*=sh -c 'echo Coverage:; echo {printed}'", .. options]);
    }
}
