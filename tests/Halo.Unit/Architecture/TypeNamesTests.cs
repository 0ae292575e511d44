using System.Runtime.CompilerServices;

namespace Halo.Unit.Architecture;

/// <summary>A name means one type, in whichever project: a reader who searches for it finds one file.</summary>
[TestFixture, Category("Unit")]
public sealed class TypeNamesTests
{
    [Test]
    public void Names_OfAllTypes_AreDifferent() => Assert.That(Twins(), Is.Empty);

    private static IEnumerable<string> Twins() => SourceAssemblies.All.SelectMany(assembly => assembly.GetTypes())
        .Where(type => !type.IsNested && type.Namespace?.StartsWith("Halo", StringComparison.Ordinal) == true && !type.IsDefined(typeof(CompilerGeneratedAttribute), false))
        .GroupBy(type => type.Name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .Select(group => group.Key);
}
