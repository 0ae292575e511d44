namespace Halo.Routing;

/// <summary>What reading an input gave: the value, or the faults that prevent it.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
/// <param name="Value">The value; null when a fault is an error.</param>
/// <param name="Diagnostics">Every fault that was found.</param>
public sealed record LoadResult<T>(T? Value, IReadOnlyList<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>The value.</summary>
    /// <exception cref="HaloValidationException">There is none; the exception carries every fault.</exception>
    public T OrThrow() => Value ?? throw new HaloValidationException(Diagnostics);
}
