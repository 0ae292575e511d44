using System.Globalization;
using System.Xml.Linq;

namespace Halo.NUnitConsole;

/// <summary>Names tests on the console while they run, each with what it writes.</summary>
internal sealed class EventReporter(LabelMode mode, TextWriter output)
{
    private string? _current;

    /// <param name="reported">One event of the engine.</param>
    public void Report(XElement reported)
    {
        if (mode == LabelMode.Off) return;
        switch (reported.Name.LocalName)
        {
            case "start-test" when mode == LabelMode.Before: ShowName(NameOf(reported)); break;
            case "test-case" when mode == LabelMode.After: ShowResult(reported); break;
            case "test-output": ShowOutput((string?)reported.Attribute("testname"), reported.Value); break;
        }

        // What a test wrote to TestContext.Out comes with its result, after its name.
        if (reported.Element("output") is { } written) ShowOutput(NameOf(reported), written.Value);
    }

    private static string NameOf(XElement test) => (string?)test.Attribute("fullname") ?? "";

    private void ShowName(string name)
    {
        output.WriteLine($"=> {name}");
        _current = name;
    }

    private void ShowResult(XElement test)
    {
        var milliseconds = ((double?)test.Attribute("duration") ?? 0) * 1000;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(string?)test.Attribute("result")} => {NameOf(test)} ({milliseconds:0} ms)"));
        _current = NameOf(test);
    }

    private void ShowOutput(string? name, string text)
    {
        // Tests that run side by side interrupt each other, and suites write too: say whose lines follow.
        if (!string.IsNullOrEmpty(name) && name != _current) ShowName(name);
        foreach (var line in text.TrimEnd('\r', '\n').Split('\n')) output.WriteLine($"  {line.TrimEnd('\r')}");
    }
}
