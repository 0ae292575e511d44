using System.Xml.Linq;
using Halo.NUnitConsole;

namespace Halo.Unit.Tools;

[TestFixture, Category("Unit")]
public sealed class EventReporterTests
{
    private const string Started = """<start-test fullname="Sample.Basic.Passes" />""";
    private const string Progress = """<test-output stream="Progress" testname="Sample.Basic.Passes"><![CDATA[half way]]></test-output>""";

    [Test]
    public void Report_Before_NamesTheTestAndThenItsOutput() =>
        Assert.That(Written("Before", Started, Progress, RecordedRun.PassedTest), Is.EqualTo("=> Sample.Basic.Passes\n  half way\n  first\n  second\n"));

    [Test]
    public void Report_After_NamesTheResultAndThenTheOutput() =>
        Assert.That(Written("After", Started, RecordedRun.PassedTest), Is.EqualTo("Passed => Sample.Basic.Passes (2 ms)\n  first\n  second\n"));

    [Test]
    public void Report_OutputOfAnotherTest_IsNamedAgain() =>
        Assert.That(Written("Before", Started, """<start-test fullname="Sample.Other" />""", Progress), Does.EndWith("=> Sample.Other\n=> Sample.Basic.Passes\n  half way\n"));

    [Test]
    public void Report_OutputOfASuite_IsNamed() =>
        Assert.That(Written("After", """<test-suite fullname="Sample.Basic" result="Passed"><output>set up</output></test-suite>"""), Is.EqualTo("=> Sample.Basic\n  set up\n"));

    [Test]
    public void Report_Off_IsSilent() => Assert.That(Written("Off", Started, Progress, RecordedRun.PassedTest), Is.Empty);

    private static string Written(string mode, params string[] events)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var reporter = new EventReporter(Enum.Parse<LabelMode>(mode), output);
        foreach (var text in events) reporter.Report(XElement.Parse(text));
        return output.ToString();
    }
}
