using Halo.Execution;

namespace Halo.Unit.Core;

/// <summary>How faults are written, collected and thrown.</summary>
[TestFixture, Category("Unit")]
public sealed class DiagnosticTests
{
    [TestCase(null, 0, ExpectedResult = "error HALO101: It is wrong. Mend it.")]
    [TestCase(null, 7, ExpectedResult = "line 7: error HALO101: It is wrong. Mend it.")]
    [TestCase("r.json", 0, ExpectedResult = "r.json: error HALO101: It is wrong. Mend it.")]
    [TestCase("r.json", 7, ExpectedResult = "r.json(7): error HALO101: It is wrong. Mend it.")]
    public string ToString_WithPlace_FollowsTheFormOfCompilers(string? file, int line) =>
        new Diagnostic("HALO101", DiagnosticSeverity.Error, "It is wrong.", "Mend it.", new SourceLocation(file, line)).ToString();

    [TestCase(DiagnosticSeverity.Info, ExpectedResult = "info C: M")]
    [TestCase(DiagnosticSeverity.Warning, ExpectedResult = "warning C: M")]
    [TestCase(DiagnosticSeverity.Error, ExpectedResult = "error C: M")]
    public string ToString_WithoutHelp_EndsAfterTheMessage(DiagnosticSeverity severity) => new Diagnostic("C", severity, "M").ToString();

    [TestCase("a\nb")]
    [TestCase("a\r\nb")]
    [TestCase("a\u2028b")]
    public void ToString_NameWithLineBreaks_StaysOneLine(string name) =>
        Assert.That(new Diagnostic("C", DiagnosticSeverity.Error, name, name, new SourceLocation(name, 1)).ToString().AsSpan().IndexOfAny("\r\n\u0085\u2028\u2029"), Is.Negative);

    [Test]
    public void Bag_BeyondItsLimit_CountsTheRest()
    {
        var bag = new DiagnosticBag(limit: 2);
        for (var i = 0; i < 5; i++) bag.Error("C", $"fault {i}");
        Assert.That(bag.ToList().Select(fault => fault.Message), Is.EqualTo(new[] { "fault 0", "fault 1", "At least 3 more faults are not listed." }));
    }

    [Test]
    public void Bag_AtItsLimit_ListsAllAndIsFull()
    {
        var bag = new DiagnosticBag(limit: 1);
        Assert.That(bag.IsFull, Is.False);
        bag.Error("C", "fault");
        Assert.That((bag.IsFull, bag.ToList().Count), Is.EqualTo((true, 1)));
    }

    [Test]
    public void Bag_ErrorBeyondTheLimit_StillHasErrors()
    {
        var bag = new DiagnosticBag(limit: 1);
        bag.Add(new Diagnostic("C", DiagnosticSeverity.Warning, "first"));
        Assert.That(bag.HasErrors, Is.False);
        bag.Error("C", "second");
        Assert.Throws<HaloValidationException>(bag.ThrowIfErrors);
    }

    [Test]
    public void Bag_BeyondItsLimit_TellsTheWorstOfTheRest()
    {
        var bag = new DiagnosticBag(limit: 0);
        foreach (var severity in new[] { DiagnosticSeverity.Info, DiagnosticSeverity.Warning, DiagnosticSeverity.Info }) bag.Add(new Diagnostic("C", severity, "fault"));
        Assert.That((bag.HasDropped, bag.ToList().Single().Severity), Is.EqualTo((true, DiagnosticSeverity.Warning)));
    }

    [TestCase(199, true)]
    [TestCase(200, false)]
    public void WantsSuggestions_Faults_UntilTheReportIsLong(int faults, bool wants)
    {
        var bag = new DiagnosticBag();
        bag.AddRange(Enumerable.Range(0, faults).Select(i => new Diagnostic("C", DiagnosticSeverity.Error, $"fault {i}")));
        Assert.That((bag.WantsSuggestions, bag.HasDropped), Is.EqualTo((wants, false)));
    }

    [Test]
    public void ToString_WithAWitness_EndsWithTheExample() =>
        Assert.That(new Diagnostic("C", DiagnosticSeverity.Info, "M.") { Witness = new Dictionary<string, AttributeValue> { ["os"] = "linux", ["cores"] = "4" } }.ToString(),
            Is.EqualTo("info C: M. Example: os=linux, cores=\"4\"."));

    [Test]
    public void Bag_WarningsOnly_DoesNotThrow()
    {
        var bag = new DiagnosticBag();
        bag.Add(new Diagnostic("C", DiagnosticSeverity.Warning, "fault"));
        Assert.DoesNotThrow(bag.ThrowIfErrors);
    }

    [Test]
    public void Exception_TwentyFaults_ShowsThemAll() => Assert.That(Refusal(20).Message.Split(Environment.NewLine), Has.Length.EqualTo(20));

    [Test]
    public void Exception_MoreFaults_ShowsTwentyAndCountsTheRest() =>
        Assert.That(Refusal(25).Message.Split(Environment.NewLine)[18..], Is.EqualTo(new[] { "error C: fault 18", "error C: fault 19", "... and 5 more" }));

    [Test]
    public void Exception_MoreFaults_CarriesThemAll() => Assert.That(Refusal(25).Diagnostics, Has.Count.EqualTo(25));

    [Test]
    public void Codes_Always_AreDistinct()
    {
        var codes = typeof(DiagnosticCodes).GetFields().Concat(typeof(ExecutionDiagnosticCodes).GetFields()).Select(field => field.GetRawConstantValue()).ToArray();
        Assert.That(codes, Is.Unique.And.All.Match("^HALO[0-4][0-9]{2}$"));
    }

    private static HaloValidationException Refusal(int faults) =>
        new([.. Enumerable.Range(0, faults).Select(i => new Diagnostic("C", DiagnosticSeverity.Error, $"fault {i}"))]);

    [Test]
    public void ToString_Column_FollowsTheLine() =>
        Assert.That(new Diagnostic("C", DiagnosticSeverity.Error, "It is wrong.", "", new SourceLocation("r.json", 7, 3)).ToString(), Is.EqualTo("r.json(7,3): error C: It is wrong."));

    [Test]
    public void ToList_FaultsOfAFile_AreInTheOrderOfLinesAndColumns()
    {
        var bag = new DiagnosticBag();
        (string File, int Line, int Column)[] places = [("b", 9, 1), ("a", 2, 5), ("b", 0, 0), ("a", 2, 3), ("b", 4, 7), ("a", 2, 3)];
        for (var i = 0; i < places.Length; i++) bag.Error($"{i}", "It is wrong.", "", new SourceLocation(places[i].File, places[i].Line, places[i].Column));
        Assert.That(string.Concat(bag.ToList().Select(fault => fault.Code)), Is.EqualTo("402351"));
    }
}
