using System.Text;
using Halo.Results;

namespace Halo.Unit.Results.Baselines;

[TestFixture, Category("Unit")]
public sealed class BaselineFileTests : FolderFixture
{
    [Test]
    public void Write_WhatWasRead_IsTheSameText()
    {
        var text = Text(Sample());
        Assert.That(Text(BaselineFile.Read(Folder.Write("b.json", text))), Is.EqualTo(text));
    }

    [Test]
    public void Write_Baseline_IsValidBySchema() =>
        Assert.That(JsonSchema.Load("perf-baseline").Validate(JsonSchema.Parse(Text(Sample()))), Is.Empty);

    [Test]
    public void Write_Tests_AreInOrdinalOrder()
    {
        var text = Text(Attempts.Baseline(Attempts.Of("b", 1, [1]), Attempts.Of("a", 1, [1]), Attempts.Of("B", 1, [1])));
        int[] places = [.. new[] { "\"B\"", "\"a\"", "\"b\"" }.Select(name => text.IndexOf(name, StringComparison.Ordinal))];
        Assert.That(places, Is.Ordered.And.All.Positive);
    }

    [Test]
    public void Write_Run_IsOneLine() =>
        Assert.That(Text(Sample()).Split('\n').Select(line => line.Trim()), Has.Member($$"""{ "run": "{{Attempts.RunName(1)}}", "attempts": 1, "slowdown": 1, "netMs": [61.5, 62.8, 62.123] },"""));

    [Test]
    public void Write_HostileNames_AreReadAgain()
    {
        const string Name = "T(\"<&\\\u0001\u2028\ud83d\ude00\")";
        var baseline = Attempts.Baseline(Attempts.Of(Name, 1, [1]) with { Machine = "\"m\"\n", Run = "\"r\"" });
        Assert.That(BaselineFile.Read(Folder.Write("b.json", Text(baseline))).Tests.Keys, Is.EqualTo(new[] { Name }));
    }

    [Test]
    public void Of_MoreRunsThanAreKept_LeavesOutTheOldest()
    {
        var runs = Attempts.Baseline(Attempts.Runs("t", 1, 70, 50)).Tests["t"].Machines[Attempts.Machine].Runs;
        Assert.That((runs.Count, runs[0].Run, runs[^1].Run), Is.EqualTo((60, Attempts.RunName(11), Attempts.RunName(70))));
    }

    [Test]
    public void Of_LastRunFailedBeforeItsCheck_KeepsTheBudget() =>
        Assert.That(Attempts.Baseline(Attempts.Of("t", 1, [1], budget: 7), Attempts.Of("t", 2, [], PerfVerdict.Error, budget: null)).Tests["t"].Budget, Is.EqualTo(7));

    [Test]
    public void Load_Folder_IsTheResultsInIt()
    {
        PerfResults.Append(Folder.Path, Attempts.Of("t", 1, [62]));
        Assert.That(PerfBaseline.Load(Folder.Path).Tests["t"].Machines[Attempts.Machine].MedianMs, Is.EqualTo(62));
    }

    [TestCase("""{"tests": {"t": {"kind": "Time"}}}""", 1, "machines")]
    [TestCase("{\n \"tests\": {\n  \"t\": {\"kind\": \"Tide\", \"machines\": {}}}}", 3, "kind")]
    [TestCase("{\n\"odd\": 1}", 2, "odd")]
    [TestCase("{\"tests\": {\n\"a\": {\"kind\": \"Time\", \"machines\": {}},\n\"t\": {\"kind\": \"Time\", \"budget\": -1, \"machines\": {}}}}", 3, "'budget'")]
    [TestCase("{\"tests\": {\n\"t\": {\"kind\": \"Time\", \"machines\": {\"m\": {\"runs\": [{\"run\": \"r\", \"attempts\": 0, \"slowdown\": 1, \"netMs\": []}]}}}}}", 2, "'attempts'")]
    [TestCase("{\"tests\": {\"t\":\nnull}}", 1, "null")]
    [TestCase("", 1, "")]
    [TestCase("null", 1, "null")]
    public void Read_BrokenFile_NamesFileAndLine(string text, int line, string what)
    {
        var file = Folder.Write("b.json", text);
        Assert.That(Assert.Throws<PerfDataException>(() => BaselineFile.Read(file))!.Faults, Has.Count.EqualTo(1).And.All.StartsWith($"{file}:{line}: ").And.All.Contains(what));
    }

    [Test]
    public void Read_SeveralFaults_ListsEach()
    {
        var file = Folder.Write("b.json", """{"tests": {"t": {"kind": "Time", "budget": -1, "maxBytes": -1, "machines": {}}, "u": {"kind": "Time", "budget": -2, "machines": {}}}}""");
        Assert.That(Assert.Throws<PerfDataException>(() => BaselineFile.Read(file))!.Faults, Has.Count.EqualTo(3));
    }

    [Test]
    public void Read_MissingFile_NamesIt() =>
        Assert.That(Assert.Throws<PerfDataException>(() => BaselineFile.Read(Folder.File("no.json")))!.Faults.Single(), Does.StartWith(Folder.File("no.json")));

    private static PerfBaseline Sample()
    {
        var baseline = Attempts.Baseline(Attempts.Of("Large dag", 1, [61.5, 62.8, 62.1234]), Attempts.Of("Large dag", 2, [61.6, 63, 62]));
        var test = baseline.Tests["Large dag"] with { MaxBytes = 20_000, Reason = "a \"good\" one", Accepted = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero) };
        return baseline with { Schema = "x.json", Tests = new Dictionary<string, BaselineTest> { ["Large dag"] = test } };
    }

    private static string Text(PerfBaseline baseline)
    {
        using var stream = new MemoryStream();
        BaselineWriter.Write(baseline, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
