namespace Halo.Rules;

/// <summary>
/// Numbers every distinct pair of attribute and value, so that a task is a short list of integers and its texts are
/// hashed once, when the task is read. Grows while tasks are added; safe to share once nothing is added any more.
/// </summary>
/// <remarks>Open addressing over a hash with a secret key, which hostile values cannot steer.</remarks>
public sealed class LiteralTable
{
    private const int RememberedNames = 8;

    private readonly Dictionary<string, int> _nameNumbers = new(StringComparer.Ordinal);
    private string[] _names = new string[4];
    private Literal[] _literals = new Literal[16];
    private ulong[] _slots = new ulong[32]; // hash in the upper half, literal number + 1 in the lower; 0 is free

    /// <summary>Makes a table that holds no pair.</summary>
    public LiteralTable() => TypeName = NumberOf(Condition.TypeAttribute);

    /// <summary>The number of the attribute <c>type</c>.</summary>
    public int TypeName { get; }

    /// <summary>How many pairs it holds.</summary>
    public int Count { get; private set; }

    /// <summary>How many attributes it knows.</summary>
    public int NameCount { get; private set; }

    /// <summary>The pairs by number.</summary>
    public ReadOnlySpan<Literal> Literals => _literals.AsSpan(0, Count);

    /// <summary>The literals by number, with room to grow after the last; good until the next is added.</summary>
    internal Literal[] Items => _literals;

    /// <summary>The memory it holds, texts not counted.</summary>
    public long Bytes => (_literals.Length * 24L) + (_slots.Length * 8L);

    /// <summary>The attribute with a number.</summary>
    /// <param name="name">The number.</param>
    public string NameOf(int name) => _names[name];

    /// <summary>The number of a pair, added if it is new. O(1) expected.</summary>
    /// <param name="name">The attribute.</param>
    /// <param name="value">Its value, not absent.</param>
    public int Intern(string name, in AttributeValue value) => Intern(NumberOf(name), value, out _);

    /// <inheritdoc cref="Intern(string, in AttributeValue)"/>
    /// <param name="name">The attribute.</param>
    /// <param name="value">Its value, not absent.</param>
    /// <param name="isNew">Whether it was added.</param>
    public int Intern(string name, in AttributeValue value, out bool isNew) => Intern(NumberOf(name), value, out isNew);

    /// <inheritdoc cref="Intern(string, in AttributeValue)"/>
    /// <param name="name">The attribute's number.</param>
    /// <param name="value">Its value, not absent.</param>
    /// <param name="isNew">Whether it was added.</param>
    public int Intern(int name, in AttributeValue value, out bool isNew)
    {
        var hash = HashOf(name, value.GetHashCode());
        var mask = _slots.Length - 1;
        var at = (int)(hash & mask);
        for (; _slots[at] != 0; at = (at + 1) & mask)
        {
            if (!Holds(_slots[at], hash, name, value)) continue;
            isNew = false;
            return (int)(uint)_slots[at] - 1;
        }

        isNew = true;
        return Add(at, hash, name, value);
    }

    /// <summary>The number of a pair; -1 when it was not added. O(1) expected.</summary>
    /// <param name="name">The attribute's number.</param>
    /// <param name="value">The value.</param>
    public int Find(int name, in AttributeValue value)
    {
        var hash = HashOf(name, value.GetHashCode());
        var mask = _slots.Length - 1;
        for (var at = (int)(hash & mask); _slots[at] != 0; at = (at + 1) & mask)
        {
            if (Holds(_slots[at], hash, name, value)) return (int)(uint)_slots[at] - 1;
        }

        return -1;
    }

    /// <summary>The number of an attribute; -1 when it was not added.</summary>
    /// <param name="name">The attribute.</param>
    public int FindName(string name) => _nameNumbers.GetValueOrDefault(name, -1);

    /// <summary>Gives back memory that was reserved for growth.</summary>
    public void Trim() => Array.Resize(ref _literals, Count);

    /// <summary>The number of an attribute, added if it is new.</summary>
    /// <param name="name">The attribute.</param>
    public int NumberOf(string name)
    {
        // The same few name strings come again and again: most are recognized by reference.
        var remembered = Math.Min(NameCount, RememberedNames);
        for (var i = 0; i < remembered; i++)
        {
            if (ReferenceEquals(_names[i], name)) return i;
        }

        if (_nameNumbers.TryGetValue(name, out var number)) return number;
        if (NameCount == _names.Length) Array.Resize(ref _names, NameCount * 2);
        _names[NameCount] = name;
        _nameNumbers.Add(name, NameCount);
        return NameCount++;
    }

    private static uint HashOf(int name, int valueHash) => (uint)(valueHash ^ (name * -1640531527));

    private bool Holds(ulong slot, uint hash, int name, in AttributeValue value)
    {
        if ((uint)(slot >> 32) != hash) return false;
        ref readonly var literal = ref _literals[(int)(uint)slot - 1];
        return literal.Name == name && literal.Value.Equals(value);
    }

    private int Add(int at, uint hash, int name, in AttributeValue value)
    {
        if (Count == _literals.Length) Array.Resize(ref _literals, Math.Max(16, Count * 2));
        _literals[Count++] = new Literal(name, value);
        _slots[at] = ((ulong)hash << 32) | (uint)Count;
        if (Count * 2 > _slots.Length) Grow();
        return Count - 1;
    }

    private void Grow()
    {
        var slots = new ulong[_slots.Length * 2];
        var mask = slots.Length - 1;
        foreach (var slot in _slots)
        {
            if (slot == 0) continue;
            var at = (int)((uint)(slot >> 32) & mask);
            while (slots[at] != 0) at = (at + 1) & mask;
            slots[at] = slot;
        }

        _slots = slots;
    }
}

/// <summary>One attribute with one value.</summary>
/// <param name="Name">The attribute's number in its <see cref="LiteralTable"/>.</param>
/// <param name="Value">The value, never absent.</param>
public readonly record struct Literal(int Name, AttributeValue Value);
