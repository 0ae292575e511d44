using System.Text.RegularExpressions;

namespace Halo.Unit.Browser;

/// <summary>What names do in a page is asked of a browser, which alone knows all the ways in which a text becomes code.</summary>
[TestFixture, Category("Browser")]
public sealed class HostileNamesTests
{
    private BrowserPage _schedule = null!;
    private BrowserPage _report = null!;
    private BrowserPage _unescaped = null!;

    [OneTimeSetUp]
    public void OpenPages()
    {
        _unescaped = Chromium.Open(HostilePages.Unescaped());
        _schedule = Chromium.Open(HostilePages.Schedule());
        _report = Chromium.Open(HostilePages.PerfReport());
    }

    [Test]
    public void UnescapedPage_EachAttack_Runs([Range(0, 4)] int attack) => Assert.That(_unescaped.Dom, Does.Contain($"{HostileNames.MarkOf(attack)}=\"1\""));

    [Test]
    public void UnescapedPage_ConsoleError_IsSeen() => Assert.That(_unescaped.Console, Has.Some.Contain("seen"));

    [Test]
    public void Schedule_NoAttack_Runs() => Assert.That(MarksOf(_schedule), Is.Empty);

    [Test]
    public void Report_NoAttack_Runs() => Assert.That(MarksOf(_report), Is.Empty);

    [Test]
    public void Schedule_Console_IsEmpty() => Assert.That(_schedule.Console, Is.Empty);

    [Test]
    public void Report_Console_IsEmpty() => Assert.That(_report.Console, Is.Empty);

    [TestCaseSource(typeof(HostileNames), nameof(HostileNames.All))]
    public void Schedule_HostileName_IsTextInTheTable(string name) => Assert.That(_schedule.Dom, Does.Contain($">{HostileNames.Shown(name)}, untaken</td>"));

    [TestCaseSource(typeof(HostileNames), nameof(HostileNames.All))]
    public void Schedule_HostileName_IsTextInTheCardOfTheTask(string name) => Assert.That(_schedule.Dom, Does.Contain($"<b>{HostileNames.Shown(name)}</b>"));

    [TestCaseSource(typeof(HostileNames), nameof(HostileNames.All))]
    public void Report_HostileName_IsTextInTheTable(string name) => Assert.That(_report.Dom, Does.Contain($"T(\"{HostileNames.Shown(name)}\")"));

    [TestCaseSource(typeof(HostileNames), nameof(HostileNames.All))]
    public void Report_HostileMessage_IsTextOfTheAttempt(string name) => Assert.That(_report.Dom, Does.Contain($": {HostileNames.Shown(name)}</li>"));

    private static IEnumerable<string> MarksOf(BrowserPage page) => Regex.Matches(page.Dom, "data-ran[0-9]+=").Select(mark => mark.Value);
}
