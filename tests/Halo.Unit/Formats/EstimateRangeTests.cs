using System.Text;
using Halo.Formats;

namespace Halo.Unit.Formats;

/// <summary>Times that no schedule can hold are faults of every format, each with its line.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class EstimateRangeTests
{
    [TestCase("""{"tasks":[@{"id":"a","type":"x","estimate":1e308}]}""", "'estimate' is 1E+308.", TestName = "Halo graph")]
    [TestCase("""{"machines":1,"jobs":[@[[{"machine":0,"processing":1e308}]]]}""", "its estimate for agent 'm0' is 1E+308 seconds.", TestName = "job shop")]
    [TestCase("1@0 1e308 0@1 1 1 0@2 1 1 1@", "its estimate is 1E+308 seconds.", TestName = "standard task graph")]
    [TestCase("""{"name":"w","schemaVersion":"1.5","workflow":{"specification":{"tasks":[@{"id":"a","name":"a","parents":[],"children":[]}]},"execution":{"tasks":[{"id":"a","runtimeInSeconds":1e308}]}}}""", "its estimate is 1E+308 seconds.", TestName = "WfFormat")]
    public void Read_EndlessTime_IsAFaultWithItsLine(string text, string says)
    {
        var faults = TaskFiles.Read(Encoding.UTF8.GetBytes(text.Replace('@', '\n')), "f").Diagnostics;
        Assert.That(faults.Where(fault => fault.Message.EndsWith(says, StringComparison.Ordinal)).Select(fault => (fault.Severity, fault.Location.File, fault.Location.Line)),
            Is.EqualTo(new[] { (DiagnosticSeverity.Error, "f", 2) }), string.Join(Environment.NewLine, faults));
    }
}
