using System.Reflection;

namespace Halo.NUnit;

/// <summary>A test and the performance attributes that count for it.</summary>
internal sealed class RuledTest
{
    public RuledTest(MethodInfo method, Type fixture)
    {
        (Method, Fixture) = (method, fixture);
        (BudgetPlace, var budgets) = NearestAttributes.Find<PerfBudgetAttribute>(method, fixture);
        Budget = budgets is [var budget, ..] ? budget : null;
        (RetryPlace, Retries) = NearestAttributes.Find<PerfRetryAttributeBase>(method, fixture);
    }

    public MethodInfo Method { get; }

    public Type Fixture { get; }

    public PerfBudgetAttribute? Budget { get; }

    /// <summary>Where the budget is: the method, its class or its assembly; null when there is none.</summary>
    public ICustomAttributeProvider? BudgetPlace { get; }

    /// <summary>The retry attributes at the nearest place that has any.</summary>
    public IReadOnlyList<PerfRetryAttributeBase> Retries { get; }

    /// <summary>That place: the method, its class or its assembly.</summary>
    public ICustomAttributeProvider? RetryPlace { get; }

    public string Name => $"{Fixture.FullName}.{Method.Name}";

    /// <summary>Whether no other test runs at the same time.</summary>
    public bool RunsAlone => NearestAttributes.Of<ParallelizableAttribute>(Method, Fixture) is [{ Scope: ParallelScope.None }, ..];

    /// <summary>What the place of an attribute is called in a fault.</summary>
    public static string NameOf(ICustomAttributeProvider place) => place switch
    {
        Type type => type.FullName ?? type.Name,
        Assembly assembly => assembly.GetName().Name ?? "assembly",
        _ => place.ToString() ?? "",
    };
}
