namespace Halo.Parallelism;

/// <summary>Refuses options with every fault in one message.</summary>
internal static class Faults
{
    /// <exception cref="ArgumentException">There are faults.</exception>
    public static void Refuse(IEnumerable<string> faults, string parameter)
    {
        var all = string.Join(' ', faults);
        if (all.Length > 0) throw new ArgumentException(all, parameter);
    }
}
