namespace Halo.Unit.Core;

[TestFixture, Category("Unit"), Parallelizable]
public sealed class OptionFaultsTests
{
    [Test]
    public void Found_ValuesThatAreRight_IsEmpty()
    {
        var faults = new OptionFaults();
        faults.InRange(1, holds: true, "at least 1", "Count");
        faults.Defined(DayOfWeek.Monday, "Day");
        faults.NotNull("", "Name");
        faults.Inside(null, "Inner");
        faults.Inside([], "Inner");
        Assert.That(faults.Found, Is.Empty);
    }

    [Test]
    public void Found_ValuesThatAreWrong_NamesEachPropertyInOrder()
    {
        var faults = new OptionFaults();
        faults.InRange(0.5, holds: false, "at least 1", "Ratio");
        faults.InRange((int?)null, holds: false, "given", "Count");
        faults.Defined((DateTimeKind)9, "Kind");
        faults.NotNull(null, "Name");
        faults.Inside([new OptionFault("Depth", "is 0")], "Limits");
        Assert.That(faults.Found.Select(fault => fault.ToString()), Is.EqualTo(new[]
        {
            "Ratio is 0.5; it must be at least 1", "Count is null; it must be given", "Kind is 9; it must be Unspecified or Utc or Local", "Name must not be null", "Limits.Depth is 0",
        }));
    }

    [Test]
    public void InRange_NameNotGiven_IsTheExpression()
    {
        var maxDepth = 0;
        var faults = new OptionFaults();
        faults.InRange(maxDepth, maxDepth > 0, "more than zero");
        Assert.That(faults.Found[0].Property, Is.EqualTo(nameof(maxDepth)));
    }

    [Test]
    public void ThrowIfAny_NoFault_DoesNothing() => Assert.That(() => OptionFault.ThrowIfAny([]), Throws.Nothing);

    [Test]
    public void ThrowIfAny_Faults_NamesAllAndTheFirstAsParameter() => Assert.That(
        () => OptionFault.ThrowIfAny([new OptionFault("A", "is 1"), new OptionFault("B", "is 2")]),
        Throws.ArgumentException.With.Message.StartsWith("A is 1. B is 2.").And.Property(nameof(ArgumentException.ParamName)).EqualTo("A"));
}
