namespace Halo.Routing;

/// <summary>A property of an options object whose value cannot be used.</summary>
/// <param name="Property">Its name; for a property of an object inside, the path to it, such as <c>Retry.MaxAttempts</c>.</param>
/// <param name="Problem">What is wrong, as the rest of a sentence that begins with the name: <c>is 1; it must be from 2 to 1000</c>.</param>
public sealed record OptionFault(string Property, string Problem)
{
    /// <summary>Throws when there are faults.</summary>
    /// <param name="faults">The faults.</param>
    /// <exception cref="ArgumentException">
    /// There is a fault. The message names each of them, and <see cref="ArgumentException.ParamName"/> is the property of the first.
    /// </exception>
    public static void ThrowIfAny(IReadOnlyList<OptionFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (faults.Count > 0) throw new ArgumentException(string.Join(' ', faults.Select(fault => $"{fault}.")), faults[0].Property);
    }

    /// <summary>The sentence, without the full stop.</summary>
    public override string ToString() => $"{Property} {Problem}";
}
