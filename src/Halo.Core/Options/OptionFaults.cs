using System.Globalization;
using System.Runtime.CompilerServices;

namespace Halo.Core;

/// <summary>
/// Collects what is wrong with the properties of an options object. Checking values that are right allocates nothing.
/// A mutable structure: keep it in a local variable.
/// </summary>
public ref struct OptionFaults
{
    private List<OptionFault>? _faults;

    /// <summary>What was found, in the order of the checks.</summary>
    public readonly IReadOnlyList<OptionFault> Found => _faults ?? (IReadOnlyList<OptionFault>)[];

    /// <summary>A value must be in its range.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="holds">Whether it is right.</param>
    /// <param name="allowed">What is right, such as <c>at least 1</c>.</param>
    /// <param name="property">The property's name: the expression of the value.</param>
    public void InRange<T>(T value, bool holds, string allowed, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        if (!holds) Add(property, string.Create(CultureInfo.InvariantCulture, $"is {(value is null ? "null" : value)}; it must be {allowed}"));
    }

    /// <summary>A value must be one of its enumeration.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="property">The property's name: the expression of the value.</param>
    public void Defined<T>(T value, [CallerArgumentExpression(nameof(value))] string property = "")
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value)) Add(property, $"is {value:D}; it must be {string.Join(" or ", Enum.GetNames<T>())}");
    }

    /// <summary>A value must not be null.</summary>
    /// <param name="value">The value.</param>
    /// <param name="property">The property's name: the expression of the value.</param>
    public void NotNull(object? value, [CallerArgumentExpression(nameof(value))] string property = "")
    {
        if (value is null) Add(property, "must not be null");
    }

    /// <summary>Takes over the faults of an object that a property holds.</summary>
    /// <param name="faults">Its faults; null for none.</param>
    /// <param name="property">The property's name, which is put before each path.</param>
    public void Inside(IReadOnlyList<OptionFault>? faults, string property)
    {
        for (var i = 0; i < faults?.Count; i++) Add($"{property}.{faults[i].Property}", faults[i].Problem);
    }

    /// <summary>Adds a fault that is none of a single value, such as two options that do not go together.</summary>
    /// <param name="property">The property's name.</param>
    /// <param name="problem">What is wrong: <see cref="OptionFault.Problem"/>.</param>
    public void Add(string property, string problem) => (_faults ??= []).Add(new OptionFault(property, problem));
}
