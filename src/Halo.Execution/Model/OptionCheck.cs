using System.Runtime.CompilerServices;

namespace Halo.Execution;

/// <summary>Checks the value of an option when it is set: each exception names the property.</summary>
internal static class OptionCheck
{
    /// <exception cref="ArgumentOutOfRangeException">The value is out of its range.</exception>
    public static T InRange<T>(T value, bool holds, string allowed, [CallerMemberName] string property = "") =>
        holds ? value : throw new ArgumentOutOfRangeException(property, value, $"{property} must be {allowed}.");

    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration.</exception>
    public static T Defined<T>(T value, [CallerMemberName] string property = "")
        where T : struct, Enum => InRange(value, Enum.IsDefined(value), $"one of {string.Join(", ", Enum.GetNames<T>())}", property);

    /// <exception cref="ArgumentNullException">There is no value.</exception>
    public static T Given<T>(T? value, [CallerMemberName] string property = "")
        where T : class => value ?? throw new ArgumentNullException(property, $"{property} must not be null.");
}
