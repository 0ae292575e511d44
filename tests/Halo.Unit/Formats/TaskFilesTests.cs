using System.Text;
using Halo.Formats;

namespace Halo.Unit.Formats;

/// <summary>Formats are recognized by content, whatever a file is called.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class TaskFilesTests
{
    [TestCase("""{"$schema":"x","tasks":[{"id":"a","type":"x"}]}""", "Halo graph")]
    [TestCase("""{"machines":1,"jobs":[]}""", "flexible job shop")]
    [TestCase("""{"jobs":[[[{"machine":0,"processing":1}]]],"machines":1}""", "flexible job shop")]
    [TestCase("""{"name":"w","schemaVersion":"1.5","workflow":{"specification":{"tasks":[]}}}""", "WfFormat 1.5")]
    [TestCase("""{"workflow":"CI","jobs":[{"id":"a","runsOn":"x"}]}""", "GitHub Actions jobs")]
    [TestCase("""{"workflow":"CI","jobs":[]}""", "GitHub Actions jobs")]
    [TestCase("""{"on":"push","jobs":{"a":{"runs-on":"x"}}}""", "GitHub Actions workflow")]
    [TestCase("# comment\non: push\njobs:\n  a:\n    runs-on: x\n", "GitHub Actions workflow")]
    [TestCase("'on': push\n\"jobs\" :\n  a:\n    runs-on: x\n", "GitHub Actions workflow")]
    [TestCase("""{"schemaVersion":"1.4","workflow":{"tasks":[]}}""", "WfFormat 1.4")]
    [TestCase("""{"workflow":{"tasks":[]}}""", "WfFormat")]
    [TestCase("""{"machines":1,"jobs":1,"data":[{"job":0,"operation":0,"machine":0,"duration":1}]}""", "job shop (JSPLib)")]
    [TestCase("""{"data":[{"job":0,"operation":0,"machine":0,"duration":1}],"machines":1}""", "job shop (JSPLib)")]
    [TestCase("""{"format":"fajsp","operations":[{"operation":0,"option":0,"machine":0,"duration":1}],"precedences":[]}""", "flexible job shop (ScheduleOpt)")]
    [TestCase("# ft06\n2 2\n0 1 1 2\n1 3 0 4\n", "job shop text")]
    [TestCase("2 3\n0 1 1 2 -1 -1\n1 3 -1 -1\n", "job shop text")]
    [TestCase("2 2 1.5\n2 1 0 3 2 0 1 1 2\n1 1 1 4\n", "flexible job shop text")]
    [TestCase("2 2\n2 1 0 3 2 0 1 1 2\n1 1 1 4\n", "flexible job shop text")]
    [TestCase("2 1 2\n0 1 0\n2 0 5 1 6\n1 0 7\n", "flexible job shop text with precedences")]
    [TestCase("2 4\n1 14 0\n2 20 1 1\n3 0 1 2\n", "standard task graph (STG)")]
    [TestCase("0\n0 0 0\n1 0 1 0\n", "standard task graph (STG)")]
    [TestCase("# comment\n 0 0 0 0 1 0 1 0", "standard task graph (STG)")]
    public void Parse_KnownFormat_IsRecognized(string text, string format) => Assert.That(TaskFiles.Parse(text).Format, Is.EqualTo(format));

    [Test]
    public void Parse_ByteOrderMark_IsPassedOver() => Assert.That(TaskFiles.Parse("\uFEFF0\n0 0 0\n1 0 1 0\n").Graph.Count, Is.EqualTo(2));

    [Test]
    public void Parse_HaloGraph_HasNoAgents() => Assert.That(TaskFiles.Parse("""{"tasks":[{"id":"a","type":"x"}]}""").Agents, Is.Null);

    [TestCase("// a graph\n{\"tasks\": []}", "1: HALO002 This is not valid JSON. A comment begins here, and JSON has none.")]
    [TestCase("{\"tasks\": [],}", "1: HALO002 This is not valid JSON. A comma comes before '}'.")]
    [TestCase("{\"a\": 1, // no\n}", "1: HALO002 This is not valid JSON. A comment begins here, and JSON has none.")]
    public void Read_JsonWithExtensions_SaysWhatItIs(string text, string fault) => Assert.That(Texts.FaultsOf(text), Is.EqualTo(new[] { fault }));

    [TestCase("{\"machines\": 1, \"jobs\": [\n  [[{\"machine\": 0, \"processing\": -1}]]]}", 2, 5)]
    [TestCase("jobs:\n  a: {needs: b, runs-on: x}\n", 2, 14)]
    [TestCase("{\"workflow\": {\"tasks\": [\n  {\"name\": \"a\", \"parents\": [\"b\"]}]}}", 2, 29)]
    public void Read_Fault_HasItsColumn(string text, int line, int column)
    {
        var fault = Faults.Only(TaskFiles.Read(Encoding.UTF8.GetBytes(text), "f").Diagnostics);
        Assert.That((fault.Location.Line, fault.Location.Column), Is.EqualTo((line, column)));
    }

    [TestCase("", "it is empty")]
    [TestCase(" \n\t", "it is empty")]
    [TestCase("[]", "it is a JSON array")]
    [TestCase("{}", "it is an empty JSON object")]
    [TestCase("""{"a":1,"b":[]}""", "it is a JSON object with 'a', 'b'")]
    [TestCase("""{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1}""", "it is a JSON object with 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h' and others")]
    [TestCase("digraph { a -> b }", "it is a text that begins with 'digraph { a -> b }'")]
    [TestCase("1st", "it is a text that begins with '1st'")]
    [TestCase("on: push\nsteps:\n  jobs: []\n", "it is a text that begins with 'on: push'")]
    public void Read_UnknownFormat_SaysWhatWasSeen(string text, string seen) =>
        Assert.That(Texts.FaultsOf(text), Is.EqualTo(new[] { $"1: HALO008 This is a task file of no known format: {seen}." }));

    [Test]
    public void Read_UnknownFormat_ListsTheKnown()
    {
        var fault = Faults.Only(TaskFiles.Read("nothing"u8).Diagnostics);
        Assert.That(TaskFiles.Formats.Where(format => !fault.Help.Contains(format, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Read_BrokenJsonOfNoKnownFormat_NamesTheLine() =>
        Assert.That(Texts.FaultsOf("{\n\"a\": 1,\n]"), Has.Exactly(1).Items.And.All.StartsWith("3: HALO002 "));

    [Test]
    public void Read_LargerThanTheLimit_IsRefused() =>
        Assert.That(Faults.Only(TaskFiles.Read("0 0 0 0 1 0 0"u8, "f", new TaskFileLimits { Input = new InputLimits { MaxBytes = 5 } }).Diagnostics).Code, Is.EqualTo(DiagnosticCodes.UnreadableFile));

    [Test]
    public void Read_FileThatIsNotThere_IsAFault()
    {
        var fault = Faults.Only(TaskFiles.Read(Path.Combine(Path.GetTempPath(), "no such folder", "x.json")).Diagnostics);
        Assert.That((fault.Code, fault.Message), Is.EqualTo((DiagnosticCodes.UnreadableFile, "The folder 'no such folder' does not exist.")));
    }

    [TestCase("2 0 0 0 1 0 0 2 0 0 3 0 0")]
    [TestCase("""{"machines":1,"jobs":[[[{"machine":0,"processing":1}],[{"machine":0,"processing":1}]]]}""")]
    [TestCase("""{"machines":2,"jobs":[]}""")]
    [TestCase("""{"machines":1,"data":[{"job":0,"operation":0,"machine":0,"duration":1},{"job":0,"operation":1,"machine":0,"duration":1}]}""")]
    [TestCase("""{"operations":[{"operation":0,"machine":0,"duration":1},{"operation":1,"machine":0,"duration":1}]}""")]
    [TestCase("""{"workflow":{"tasks":[{"name":"a"},{"name":"b"}]}}""")]
    [TestCase("2 1\n0 1\n0 2\n")]
    [TestCase("""{"schemaVersion":"1.5","workflow":{"specification":{"tasks":[{"id":"a","name":"a"},{"id":"b","name":"b"}]}}}""")]
    [TestCase("""{"jobs":[{"id":"a","runsOn":"x"},{"id":"b","runsOn":"x"}]}""")]
    [TestCase("jobs:\n  a:\n    runs-on: x\n  b:\n    runs-on: x\n")]
    public void Read_MoreItemsThanTheLimit_IsRefused(string text)
    {
        var faults = TaskFiles.Read(Encoding.UTF8.GetBytes(text), "f", new TaskFileLimits { Input = new InputLimits { MaxItems = 1 } }).Diagnostics;
        Assert.That(faults.Select(fault => fault.Message), Has.Some.Contains("more than 1"));
    }
}
