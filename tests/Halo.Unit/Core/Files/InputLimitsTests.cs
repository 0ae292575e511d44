using System.Text;
using Halo.Formats;

namespace Halo.Unit.Core;

/// <summary>Every limit at its boundary: what just reaches it is read, one more is refused with the figure.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class InputLimitsTests
{
    private const string Graph = """{"tasks":[{"id":"a","type":"x","attributes":{"p":1,"q":2}},{"id":"b","type":"x","dependsOn":["a"]},{"id":"c","type":"x","dependsOn":["a","b"]}]}""";

    [Test]
    public void MaxDependencies_OneTooMany_IsRefused()
    {
        Assert.That(Read(Graph, new InputLimits { MaxDependencies = 3 }).Value, Is.Not.Null);
        Assert.That(OnlyFaultOf(Graph, new InputLimits { MaxDependencies = 2 }), Is.EqualTo((DiagnosticCodes.TooManyItems, "The file has more than 2 dependencies; task 'c' exceeds them.")));
    }

    [Test]
    public void MaxAttributes_OneTooMany_IsRefused()
    {
        Assert.That(Read(Graph, new InputLimits { MaxAttributes = 2 }).Value, Is.Not.Null);
        Assert.That(OnlyFaultOf(Graph, new InputLimits { MaxAttributes = 1 }), Is.EqualTo((DiagnosticCodes.TooManyItems, "Task 'a' has 2 attributes; 1 are allowed.")));
    }

    [TestCase("""{"jobs":[{"id":"a","runsOn":"x"},{"id":"b","needs":["a"],"runsOn":"x"}]}""")]
    [TestCase("""{"machines":1,"jobs":[[[{"machine":0,"processing":1}],[{"machine":0,"processing":1}]]]}""")]
    [TestCase("1 0 0 0 1 1 1 0 2 0 1 1")]
    public void MaxDependencies_TaskFilesOfOthers_AreHeldToIt(string text) =>
        Assert.That(Read(text, new InputLimits { MaxDependencies = 0 }).Diagnostics.Select(fault => fault.Message), Has.Some.StartsWith("The file has more than 0 dependencies"));

    [Test]
    public void Watch_LimitOutOfRange_NamesIt() =>
        Assert.That(() => RuleSource.Watch("rules.json", new RuleSourceOptions { Limits = new InputLimits { MaxDepth = 0 } }), Throws.ArgumentException.With.Message.StartsWith("Limits.MaxDepth is 0; it must be from 1 to 1000."));

    [TestCase(8, 8, true)]
    [TestCase(9, 8, false)]
    [TestCase(1_000, 1_000, true)]
    [TestCase(1_001, 1_000, false)]
    [TestCase(1_000, 500, false)]
    [TestCase(1_001, 5_000, false, Description = "No rule may exceed a thousand.")]
    public void MaxRegexLength_AtAndBeyond_IsReadOrRefused(int length, int limit, bool isRead)
    {
        var text = $$$"""{"rules":[{"id":"r","when":{"a":{"regex":"{{{new string('x', length)}}}"}},"route":"y"}]}""";
        var result = RuleFile.Read(Encoding.UTF8.GetBytes(text).AsSpan(), "f", new InputLimits { MaxRegexLength = limit });
        Assert.That(result.Diagnostics.Select(fault => fault.Code), Is.EqualTo(isRead ? (string[])[] : [DiagnosticCodes.InvalidPattern]), string.Join('\n', result.Diagnostics));
    }

    [Test]
    public void MaxRegexLength_FaultyRegexBeyondIt_HasThatFaultOnly() => Assert.That(
        Faults.Only(RuleFile.Read("""{"rules":[{"id":"r","when":{"a":{"regex":"(("}},"route":"y"}]}"""u8, "f", new InputLimits { MaxRegexLength = 1 }).Diagnostics).Message, Does.Contain("2 characters long; 1 are allowed"));

    [Test]
    public void Default_EveryLimit_IsPositive() => Assert.That(
        typeof(InputLimits).GetProperties().Where(property => property.Name.StartsWith("Max", StringComparison.Ordinal)).Select(property => Convert.ToInt64(property.GetValue(InputLimits.Default), null)),
        Has.Exactly(6).Items.And.All.GreaterThan(0L));

    [Test]
    public void Of_EveryLimitAtItsBound_IsAccepted()
    {
        var least = new InputLimits { MaxBytes = 1, MaxDepth = 1, MaxItems = 0, MaxDependencies = 0, MaxAttributes = 0, MaxRegexLength = 0 };
        Assert.That((InputLimits.Of(least), InputLimits.Of(least with { MaxDepth = 1_000 }).MaxDepth), Is.EqualTo((least, 1_000)));
    }

    [TestCaseSource(nameof(WrongLimits))]
    public void Read_LimitOutOfItsRange_IsNamed(InputLimits limits, string name) => Assert.That(
        new Action[] { () => Read(Graph, limits), () => RuleFile.Read("no.json", limits), () => AgentFile.Read("no.json", limits), () => GraphFile.Read("no.json", limits) },
        Is.All.Matches<Action>(read => Assert.Throws<ArgumentException>(() => read!())!.ParamName!.Split('.')[^1] == name));

    [Test]
    public void Faults_EveryLimitOutOfItsRange_NamesAll()
    {
        var limits = new InputLimits { MaxBytes = 0, MaxDepth = 0, MaxItems = -1, MaxDependencies = -1, MaxAttributes = -1, MaxRegexLength = -1 };
        Assert.That(limits.Faults(), Has.Count.EqualTo(6));
    }

    private static IEnumerable<TestCaseData> WrongLimits()
    {
        yield return new TestCaseData(new InputLimits { MaxBytes = 0 }, "MaxBytes");
        yield return new TestCaseData(new InputLimits { MaxDepth = 0 }, "MaxDepth");
        yield return new TestCaseData(new InputLimits { MaxDepth = 1_001 }, "MaxDepth");
        yield return new TestCaseData(new InputLimits { MaxItems = -1 }, "MaxItems");
    }

    private static LoadResult<TaskFile> Read(string text, InputLimits limits) => TaskFiles.Read(Encoding.UTF8.GetBytes(text), "f", new TaskFileLimits { Input = limits });

    private static (string Code, string Message) OnlyFaultOf(string text, InputLimits limits) =>
        Faults.Only(Read(text, limits).Diagnostics) is var fault ? (fault.Code, fault.Message) : default;
}
