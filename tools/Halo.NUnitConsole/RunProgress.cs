using System.Xml.Linq;

namespace Halo.NUnitConsole;

/// <summary>Follows a run by its events, which come from any thread, and knows what has ended when the run is stopped.</summary>
internal sealed class RunProgress(EventReporter reporter)
{
    private readonly Lock _lock = new();
    private readonly List<XElement> _ended = [];
    private bool _stopped;

    /// <param name="text">One event of the engine, as XML.</param>
    public void OnEvent(string text)
    {
        var reported = XElement.Parse(text);
        lock (_lock)
        {
            if (_stopped) return;
            reporter.Report(reported);
            if (reported.Name.LocalName == "test-case") _ended.Add(reported);
        }
    }

    /// <summary>Listens no longer.</summary>
    /// <param name="duration">How long the run took until now.</param>
    /// <returns>The results of the tests that had ended, as a <c>test-run</c> without suites.</returns>
    public XElement Stop(TimeSpan duration)
    {
        lock (_lock)
        {
            _stopped = true;
            return new XElement(
                "test-run",
                Count("passed", "Passed"),
                Count("warnings", "Warning"),
                Count("inconclusive", "Inconclusive"),
                Count("skipped", "Skipped"),
                new XAttribute("duration", duration.TotalSeconds),
                _ended);
        }
    }

    private XAttribute Count(string name, string result) => new(name, _ended.Count(test => (string?)test.Attribute("result") == result));
}
