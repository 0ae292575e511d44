using Halo.NUnit;
using Halo.Results;
using NUnit.Framework.Interfaces;
using static Halo.NUnit.Perf;

namespace Halo.Unit.NUnit.Checks;

/// <summary>Ratios, growth exponents and allocations.</summary>
[TestFixture, Category("Unit")]
public sealed class CheckTests
{
    [Test]
    public void Ratio_OfNetTimes_IsComparedWithItsLimits() => Assert.That(Kept(typeof(CheckSubjects<int>.Ratios)), Is.EqualTo(new[]
    {
        "AtLeast(0.83d) Ratio Pass 1.2 of 1.205",
        "AtLeast(0.84d) Ratio Regression 1.2 of 1.19",
        "AtMost(1.19d) Ratio Regression 1.2 of 1.19",
        "AtMost(1.2d) Ratio Pass 1.2 of 1.2",
    }));

    [Test]
    public void Scaling_OfQuadraticAndPreparedWork_IsItsExponent() => Assert.That(Kept(typeof(CheckSubjects<int>.Scalings)), Is.EqualTo(new[]
    {
        "AtMost(1.99d) Scaling Regression 2 of 1.99",
        "AtMost(2.01d) Scaling Pass 2 of 2.01",
        "Prepared(1.01d) Scaling Pass 1 of 1.01",
    }));

    [Test]
    public void Allocates_BytesOfACall_AreComparedWithTheirLimits() => Assert.That(Kept(typeof(CheckSubjects<int>.Allocations)), Is.EqualTo(new[]
    {
        "AtMost(100) Allocation Pass 100 of 100",
        "AtMost(99) Allocation Regression 100 of 99",
        "Exactly(100) Allocation Pass 100 of 100",
        "Exactly(101) Allocation Regression 100 of 101",
    }));

    [Test]
    public void Ratio_TooLargeUnderARetry_IsNotTriedAgain()
    {
        using var run = SubjectRun.Of(typeof(CheckSubjects<int>.WithRetry), (_, _) => { });
        Assert.That(run.Verdicts, Is.EqualTo(new[] { PerfVerdict.Regression }));
    }

    [Test]
    public void Ratio_StarvedAndTooLarge_IsInconclusive()
    {
        using var run = SubjectRun.Of(typeof(CheckSubjects<int>.Starved), (_, _) => { });
        Assert.That((run.Verdicts.Single(), run.Result.ResultState), Is.EqualTo((PerfVerdict.Inconclusive, ResultState.Inconclusive)));
    }

    [Test]
    public void Ratio_SubjectThatSleepsOnceInAThousandCalls_IsSeen()
    {
        using var run = SubjectRun.Of(typeof(CheckSubjects<int>.RareSleeps), (_, _) => { });
        Assert.That(run.Verdicts, Is.EqualTo(new[] { PerfVerdict.Regression }));
    }

    [TestCase(new[] { 1, 10, 100 }, new[] { 5.0, 50, 500 }, 1)]
    [TestCase(new[] { 1, 2, 4 }, new[] { 3.0, 3, 3 }, 0)]
    [TestCase(new[] { 1, 2, 4, 8 }, new[] { 1.0, 4, 16, 64 }, 2)]
    public void Exponent_OfAPowerLaw_IsThePower(int[] sizes, double[] times, double expected) => Assert.That(PerfScaling.Exponent(sizes, times), Is.EqualTo(expected).Within(1e-12));

    [TestCase(new[] { 5 })]
    [TestCase(new[] { 5, 5 })]
    [TestCase(new[] { 0, 5 })]
    public void Scaling_TooFewSizes_IsRefused(int[] sizes) => Assert.That(() => Scaling(_ => { }, sizes), Throws.ArgumentException);

    [Test]
    public void Measure_FunctionThatReturnsATask_IsRefused() => Assert.That(() => Measure(() => Task.CompletedTask, 100), Throws.ArgumentException.With.Message.Contains("MeasureAsync"));

    private static IEnumerable<string> Kept(Type fixture)
    {
        using var run = SubjectRun.Of(fixture, (_, _) => { });
        return [.. run.Attempts.Select(attempt => FormattableString.Invariant(
            $"{attempt.Test[(attempt.Test.LastIndexOf('+') + 1)..].Split('.', 2)[1]} {attempt.Kind} {attempt.Verdict} {attempt.Measured:0.###} of {attempt.Budget:0.###}")).Order(StringComparer.Ordinal)];
    }
}
