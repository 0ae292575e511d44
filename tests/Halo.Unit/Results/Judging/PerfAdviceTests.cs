using Halo.Results;

namespace Halo.Unit.Results.Judging;

[TestFixture, Category("Unit")]
public sealed class PerfAdviceTests
{
    private const string Growing = "[PerfRetry(maxRetries: 3, initialDelay: 1, backoffFactor: 2, maxDelay: 10, Reason = \"...\")]";

    // A level of 60 spreads over 2 percent up and down; every other run lies this much higher.
    [TestCase(0, 500, "Exponential", Growing)]
    [TestCase(20, 500, "Fixed", "[PerfRetryFixed(reruns: 3, delay: 1, Reason = \"...\")]")]
    [TestCase(20, 6_000, "Fixed", "[PerfRetryFixed(reruns: 3, delay: 2, Reason = \"...\")]")]
    [TestCase(0, 40_000, "Exponential", "[PerfRetry(maxRetries: 3, initialDelay: 2, backoffFactor: 2, maxDelay: 10, Reason = \"...\")]")]
    [TestCase(80, 500, "Reconsider", null)]
    public void Of_SpreadAndDuration_ChooseTheAttribute(double step, double durationMs, string kind, string? attribute)
    {
        var runs = Enumerable.Range(1, 10).SelectMany(run => Attempts.Runs("t", run, 1, 60 + run % 2 * step)).Select(attempt => attempt with { DurationMs = durationMs });
        var advice = Advise(runs);
        Assert.That((advice.Kind.ToString(), advice.Attribute), Is.EqualTo((kind, attribute)));
    }

    [Test]
    public void Of_CleanFailure_IsNotRetried() =>
        Assert.That(Advise([.. Attempts.Runs("t", 1, 10, 60), Attempts.Of("t", 11, [130], PerfVerdict.Regression)]).Kind, Is.EqualTo(AdviceKind.FixCode));

    [Test]
    public void Of_FailureBeforeTheLastTwentyRuns_IsForgotten() =>
        Assert.That(Advise([Attempts.Of("t", 1, [130], PerfVerdict.Regression), .. Attempts.Runs("t", 2, 20, 60)]).Kind, Is.EqualTo(AdviceKind.Exponential));

    [Test]
    public void Of_Ratio_IsNotRetried() =>
        Assert.That(Advise(Attempts.Runs("t", 1, 10, 60).Select(attempt => attempt with { Kind = PerfCheckKind.Ratio })).Kind, Is.EqualTo(AdviceKind.NoRetry));

    [Test]
    public void Of_FourRuns_AreTooFew() => Assert.That(Advise(Attempts.Runs("t", 1, 4, 60)), Is.EqualTo(new PerfAdvice("t", AdviceKind.MeasureMore, null, "4 of 5 runs")));

    [Test]
    public void Why_HasTheFigures() => Assert.That(
        Advise([.. Attempts.Runs("t", 1, 9, 60), .. Attempts.Retried("t", 10, [60, 60, 60])]).Why,
        Does.Match(@"^net time spreads over 2\.\d\d ms, retried in 1 of 10 runs; an attempt takes 0\.5 s$"));

    private static PerfAdvice Advise(IEnumerable<PerfAttempt> attempts) => PerfAdvice.Of(TestHistory.Of([.. attempts]).Single());
}
