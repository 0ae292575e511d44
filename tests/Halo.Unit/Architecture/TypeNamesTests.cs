using System.Runtime.CompilerServices;

namespace Halo.Unit.Architecture;

/// <summary>A name means one type, in whichever project: a reader who searches for it finds one file.</summary>
[TestFixture, Category("Unit")]
public sealed class TypeNamesTests
{
    // Names that two types still have.
    private static readonly string[] NotYet = ["PerfCommand", "PerfGate"];

    [Test]
    public void Names_OfAllTypes_AreDifferent() => Assert.That(Twins().Except(NotYet, StringComparer.OrdinalIgnoreCase), Is.Empty);

    [Test]
    public void NotYet_EveryName_IsStillATwin() => Assert.That(NotYet.Except(Twins(), StringComparer.OrdinalIgnoreCase), Is.Empty);

    private static IEnumerable<string> Twins() => SourceAssemblies.All.SelectMany(assembly => assembly.GetTypes())
        .Where(type => !type.IsNested && type.Namespace?.StartsWith("Halo", StringComparison.Ordinal) == true && !type.IsDefined(typeof(CompilerGeneratedAttribute), false))
        .GroupBy(type => type.Name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .Select(group => group.Key);
}
