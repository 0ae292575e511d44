using System.Reflection;

namespace Halo.Unit.Architecture;

/// <summary>The API shows times as time spans: a number of seconds has a name that says so.</summary>
[TestFixture, Category("Unit"), Parallelizable]
public sealed class TimesLawTests
{
    // Numbers that count no time.
    private static readonly string[] OtherNumbers =
        ["Cost", "MaxCost", "MaxSpeed", "MinSpeed", "SlowestSpeed", "FailureRatio", "Gap", "Maximum", "Minimum", "MinSuccessRate", "number", "ParseNumber", "PriorStrength", "rate", "RateOf", "ReadNumber", "speed", "SuccessRate", "SuccessRateOf", "Utilization"];

    private static IEnumerable<Assembly> Assemblies() => SourceAssemblies.All.Where(assembly =>
        assembly.GetName().Name is "Halo.Core" or "Halo.Rules" or "Halo.Routing" or "Halo.Scheduling" or "Halo.Reporting" or "Halo.Execution" or "Halo.Formats");

    [Test]
    public void Numbers_OfThePublicApi_AreNotTimes() => Assert.That(
        Assemblies().SelectMany(assembly => assembly.GetExportedTypes()).SelectMany(Numbers)
            .Where(found => !found.Name.Contains("Seconds", StringComparison.OrdinalIgnoreCase) && !OtherNumbers.Contains(found.Name, StringComparer.OrdinalIgnoreCase))
            .Select(found => $"{found.Member.DeclaringType!.Name}.{found.Member.Name}: {found.Name}").Distinct(),
        Is.Empty);

    private static IEnumerable<(MemberInfo Member, string Name)> Numbers(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var property in type.GetProperties(Own).Where(property => IsNumber(property.PropertyType))) yield return (property, property.Name);
        foreach (var field in type.GetFields(Own).Where(field => IsNumber(field.FieldType))) yield return (field, field.Name);
        foreach (var method in type.GetMethods(Own).Where(method => !method.IsSpecialName && !IsOfARecord(method)))
        {
            if (IsNumber(method.ReturnType)) yield return (method, method.Name);
            foreach (var parameter in method.GetParameters().Where(parameter => IsNumber(parameter.ParameterType) && !method.Name.Contains("Seconds", StringComparison.Ordinal))) yield return (method, parameter.Name!);
        }

        foreach (var constructor in type.GetConstructors(Own))
        {
            foreach (var parameter in constructor.GetParameters().Where(parameter => IsNumber(parameter.ParameterType))) yield return (constructor, parameter.Name!);
        }
    }

    private static bool IsOfARecord(MethodInfo method) => method.Name == "Deconstruct";

    private static bool IsNumber(Type type)
    {
        var value = type.IsByRef ? type.GetElementType()! : type;
        return (Nullable.GetUnderlyingType(value) ?? value) == typeof(double);
    }
}
