using System.Globalization;
using System.Text.RegularExpressions;
using Halo.NUnit;
using Halo.Results;
using static Halo.Results.PerfVerdict;

namespace Halo.Unit.NUnit.Verdicts;

/// <summary>Texts and figures of generated samples: they never contradict each other.</summary>
[TestFixture, Category("Unit")]
public sealed class FindingTextTests
{
    private const int Findings = 4_000;

    [Test]
    public void Of_GeneratedSamples_NamesTheFigureThatDecidedOnItsSideOfTheBudget()
    {
        Assert.Multiple(() =>
        {
            foreach (var finding in Generated()) Assert.That(FaultOf(finding), Is.Null, $"{finding} {FindingText.Of(finding)}");
        });
    }

    [Test]
    public void Line_GeneratedSamples_ComparesAsTheFindingDoes()
    {
        Assert.Multiple(() =>
        {
            foreach (var finding in Generated().Where(finding => finding.Figure != PerfFigure.Bytes))
            {
                var line = AttemptText.Line(new PerfAttempt
                {
                    Run = "r",
                    Time = default,
                    Test = "t",
                    Machine = "m",
                    Attempt = 1,
                    Verdict = finding.Verdict,
                    Kind = PerfCheckKind.Time,
                    Budget = finding.Budget.Milliseconds,
                    Measured = finding.Value,
                    Figure = finding.Figure,
                    Samples = [finding.All],
                });
                var said = Regex.Match(line, $@": {FindingText.NameOf(finding.Figure)} ([0-9.E+-]+) of ([0-9.E+-]+) ms;");
                var isBelow = double.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture) < double.Parse(said.Groups[2].Value, CultureInfo.InvariantCulture);
                Assert.That(isBelow, Is.EqualTo(finding.Value < finding.Budget.Milliseconds), line);
            }
        });
    }

    [Test]
    public void Of_GeneratedSamples_CoversEveryVerdict() =>
        Assert.That(Generated().Select(finding => finding.Verdict).Distinct(), Is.EquivalentTo(new[] { Pass, NetPass, Contended, Inconclusive, Regression, Unexplained }));

    [TestCase(0.09996, 0.1, ExpectedResult = "0.09996")]
    [TestCase(0.1, 0.1, ExpectedResult = "0.1")]
    [TestCase(0.00001234, 0.1, ExpectedResult = "0.00001")]
    [TestCase(124.56789, 100, ExpectedResult = "124.5679")]
    public string Milliseconds_Text_KeepsItsSideOfTheBudget(double time, double budget) => Milliseconds.Text(time, budget);

    // Everything that a sample, a clock and the last attempt can be; the budget is near the time of a call.
    private static IEnumerable<Finding> Generated()
    {
        var random = new Random(1);
        double Factor(double most) => random.Next(3) == 0 ? 1 : 1 + ((most - 1) * random.NextDouble());
        for (var i = 0; i < Findings; i++)
        {
            var cpu = 20 * random.NextDouble();
            var (wait, queued) = (random.Next(3) * 10 * random.NextDouble(), random.Next(3) * 15 * random.NextDouble());
            var (least, more) = (Factor(2.2), Factor(1.6));
            var calls = random.Next(2) == 0 ? 1 : 64;
            var sample = new PerfSample
            {
                Calls = calls,
                WallMs = cpu + wait + queued,
                CpuMs = cpu,
                RunDelayMs = queued,
                ProcessCpuMs = cpu * Factor(2),
                NeighborCpuMs = queued,
                StealMs = random.Next(3) * 10,
                Slowdown = least * more,
                LeastSlowdown = least,
                SlowQuarterMs = calls > 1 && random.Next(2) == 0 ? cpu / calls * Factor(2) : 0,
                Bytes = random.Next(100),
            };
            var budget = new TimeBudget(sample.CalmMsPerCall * (0.7 + random.NextDouble()), random.Next(20) == 0 ? 50 : null, (PerfClock)random.Next(3));
            var finding = AttemptJudge.Judge([new SlicedSample(sample, [sample])], budget, hasSignals: random.Next(20) > 0);
            yield return random.Next(2) == 0 ? finding.AtLast((PerfOnExhausted)random.Next(3)) : finding;
        }
    }

    private static string? FaultOf(Finding finding)
    {
        if (finding.Figure == PerfFigure.Bytes) return finding.Value > finding.Budget.MaxBytes ? null : "Bytes are within their limit.";
        var isBelow = finding.Value < finding.Budget.Milliseconds;
        if (finding.Verdict is Pass or NetPass && !isBelow) return "It passed, and the figure is over.";
        if (finding.Verdict is Regression or Unexplained && isBelow) return "It failed, and the figure is below.";
        if (FindingText.Of(finding) is not { } text) return finding.Verdict == Pass ? null : "It has no text.";
        var said = Regex.Match(text, $@"\b{FindingText.NameOf(finding.Figure)} ([0-9.E+-]+) ms a call (is below|reaches) the budget of ([0-9.E+-]+) ms");
        if (!said.Success) return "The text does not name the figure that decided.";
        var (value, budget) = (double.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(said.Groups[3].Value, CultureInfo.InvariantCulture));
        return value < budget == isBelow && said.Groups[2].Value == (isBelow ? "is below" : "reaches") ? null : "The text is on the other side of the budget.";
    }
}
