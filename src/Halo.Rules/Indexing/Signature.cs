namespace Halo.Rules;

/// <summary>A set of slots, ascending.</summary>
internal readonly record struct Signature(int[] Slots)
{
    public static Signature Empty { get; } = new([]);

    public bool IsSubsetOf(Signature other)
    {
        foreach (var slot in Slots)
        {
            if (Array.BinarySearch(other.Slots, slot) < 0) return false;
        }

        return true;
    }

    public bool Equals(Signature other) => Slots.AsSpan().SequenceEqual(other.Slots);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var slot in Slots) hash.Add(slot);
        return hash.ToHashCode();
    }
}
