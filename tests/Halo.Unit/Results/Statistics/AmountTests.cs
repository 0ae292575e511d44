using Halo.Results;

namespace Halo.Unit.Results.Statistics;

[TestFixture, Category("Unit")]
public sealed class AmountTests
{
    [TestCase(62.812, PerfCheckKind.Time, "62.8 ms")]
    [TestCase(0.0012345, PerfCheckKind.Time, "0.00123 ms")]
    [TestCase(1234.5, PerfCheckKind.Time, "1234 ms")]
    [TestCase(0, PerfCheckKind.Time, "0 ms")]
    [TestCase(1.128, PerfCheckKind.Ratio, "1.13x")]
    [TestCase(1.0212, PerfCheckKind.Scaling, "exponent 1.02")]
    [TestCase(8424.0, PerfCheckKind.Allocation, "8424 B")]
    public void Measured_Value_HasThreeDigitsAndItsUnit(double value, PerfCheckKind kind, string expected) => Assert.That(Amount.Measured(value, kind), Is.EqualTo(expected));

    [Test]
    public void Budget_Value_IsExact() => Assert.That(Amount.Budget(0.30005, PerfCheckKind.Time), Is.EqualTo("0.30005 ms"));

    [TestCase(0.052, "+5.2 %")]
    [TestCase(-0.052, "-5.2 %")]
    [TestCase(0, "0.0 %")]
    public void Shift_Share_HasItsSign(double share, string expected) => Assert.That(Amount.Shift(share), Is.EqualTo(expected));
}
