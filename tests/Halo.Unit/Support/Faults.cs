namespace Halo.Unit;

/// <summary>What an input was refused for.</summary>
internal static class Faults
{
    /// <summary>The faults of an action that must be refused.</summary>
    public static IReadOnlyList<Diagnostic> Of(Action action) => Assert.Throws<HaloValidationException>(action)!.Diagnostics;

    /// <summary>The only fault of an action that must be refused.</summary>
    public static Diagnostic Only(Action action) => Only(Of(action));

    /// <summary>The only one of some faults; the test fails with all of them when there are more.</summary>
    public static Diagnostic Only(IReadOnlyList<Diagnostic> faults)
    {
        Assert.That(faults, Has.Count.EqualTo(1), string.Join(Environment.NewLine, faults));
        return faults[0];
    }

    /// <summary>A test case for each row of a file that has one item a line, beginning on line 2: the line, then the row.</summary>
    public static IEnumerable<TestCaseData> Cases(IEnumerable<(string Line, string Code, string Says, string Helps)> rows) =>
        rows.Select((row, i) => new TestCaseData(i + 2, row.Line, row.Code, row.Says, row.Helps).SetArgDisplayNames($"{i + 2}", row.Line));

    /// <summary>Of the faults found those of a line must be one error of this code and these words; none where there is no code.</summary>
    /// <returns>The fault; null where there must be none.</returns>
    public static Diagnostic? OfLine(IReadOnlyList<Diagnostic> found, string file, int line, string code, string says, string helps)
    {
        var faults = found.Where(fault => fault.Location.File == file && fault.Location.Line == line).ToArray();
        if (code.Length == 0)
        {
            Assert.That(faults, Is.Empty);
            return null;
        }

        var fault = Only(faults);
        Assert.That((fault.Code, fault.Severity), Is.EqualTo((code, DiagnosticSeverity.Error)), fault.ToString());
        Assert.That(fault.Message, Does.Contain(says));
        Assert.That(fault.Help, Does.Contain(helps));
        return fault;
    }
}
