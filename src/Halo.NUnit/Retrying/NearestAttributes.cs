using System.Reflection;
using NUnit.Framework.Interfaces;

namespace Halo.NUnit;

/// <summary>Finds attributes on a test, else on its class, else on its assembly.</summary>
internal static class NearestAttributes
{
    /// <summary>The attributes of a kind at the nearest place that has any.</summary>
    public static IReadOnlyList<T> Of<T>(MethodInfo? method, Type? fixture)
        where T : Attribute => Find<T>(method, fixture).Attributes;

    /// <summary>The attributes of a kind and the nearest place that has any.</summary>
    public static (ICustomAttributeProvider? Place, IReadOnlyList<T> Attributes) Find<T>(MethodInfo? method, Type? fixture)
        where T : Attribute
    {
        foreach (var place in Places(method, fixture))
        {
            if (place.GetCustomAttributes(typeof(T), inherit: true) is T[] { Length: > 0 } found) return (place, found);
        }

        return (null, []);
    }

    /// <summary>The budget of a test.</summary>
    public static PerfBudgetAttribute? BudgetOf(ITest test) =>
        Of<PerfBudgetAttribute>(test.Method?.MethodInfo, test.TypeInfo?.Type) is [var budget, ..] ? budget : null;

    /// <summary>The budget on the test itself; null when there is none.</summary>
    public static PerfBudgetAttribute? BudgetOn(ITest test) => test.Method?.MethodInfo.GetCustomAttribute<PerfBudgetAttribute>(inherit: true);

    /// <summary>The retries of a test, with every fault of what its author wrote.</summary>
    public static RetryPolicy RetryOf(ITest test)
    {
        var found = Of<PerfRetryAttributeBase>(test.Method?.MethodInfo, test.TypeInfo?.Type);
        if (found.Count > 1)
            throw new InvalidOperationException("PerfRetry and PerfRetryFixed are given in one place: only one of them can count.");
        var policy = found is [var retry] ? retry.Policy : RetryPolicy.Default;
        var faults = policy.Faults().ToArray();
        return faults.Length == 0 ? policy : throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
    }

    private static IEnumerable<ICustomAttributeProvider> Places(MethodInfo? method, Type? fixture)
    {
        if (method is not null) yield return method;
        if ((fixture ?? method?.ReflectedType) is not { } type) yield break;
        yield return type;
        yield return type.Assembly;
    }
}
