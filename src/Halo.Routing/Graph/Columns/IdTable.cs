using System.Numerics;

namespace Halo.Routing;

/// <summary>
/// Finds a task's index by its id in eight bytes a slot: the hash beside the index, the text compared only on a hit.
/// </summary>
/// <remarks>Open addressing over a hash with a secret key, which hostile ids cannot steer.</remarks>
internal sealed class IdTable
{
    private readonly ulong[] _slots; // hash in the upper half, index + 1 in the lower; 0 is free
    private readonly string[] _ids;

    /// <param name="ids">The ids by index; filled by the caller before each is added.</param>
    public IdTable(string[] ids)
    {
        _ids = ids;
        _slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, ids.Length + (ids.Length / 2)))];
    }

    /// <summary>Adds the id at an index. Returns -1, or the index that has the same id already.</summary>
    public int TryAdd(int index)
    {
        var id = _ids[index];
        var slot = Locate(id, out var hash, out var existing);
        if (existing >= 0) return existing;
        _slots[slot] = ((ulong)hash << 32) | (uint)(index + 1);
        return -1;
    }

    /// <summary>The index of an id; -1 when there is none. O(1) expected.</summary>
    public int Find(string id)
    {
        Locate(id, out _, out var existing);
        return existing;
    }

    private int Locate(string id, out uint hash, out int existing)
    {
        hash = KeyedHash.Of(id);
        var slots = _slots;
        var mask = slots.Length - 1;
        var at = (int)(hash & (uint)mask);
        for (; slots[at] != 0; at = (at + 1) & mask)
        {
            if ((uint)(slots[at] >> 32) != hash) continue;
            existing = (int)(uint)slots[at] - 1;
            if (string.Equals(_ids[existing], id)) return at;
        }

        existing = -1;
        return at;
    }
}
