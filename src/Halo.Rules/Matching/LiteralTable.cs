namespace Halo.Rules;

/// <summary>
/// Numbers every distinct pair of attribute and value, so that a task is a short list of integers and its texts are
/// hashed once, when the task is read. Grows while tasks are added; safe to share once nobody adds.
/// </summary>
/// <remarks>Open addressing over a hash with a secret key, which hostile values cannot steer.</remarks>
internal sealed class LiteralTable
{
    private const int RememberedNames = 8;

    private readonly Dictionary<string, int> _nameNumbers = new(StringComparer.Ordinal);
    private string[] _names = new string[4];
    private Literal[] _literals = new Literal[16];
    private ulong[] _slots = new ulong[32]; // hash in the upper half, literal number + 1 in the lower; 0 is free

    public LiteralTable() => TypeName = NumberOf(Condition.TypeAttribute);

    /// <summary>The number of the attribute <c>type</c>.</summary>
    public int TypeName { get; }

    public int Count { get; private set; }

    public int NameCount { get; private set; }

    public ReadOnlySpan<Literal> Literals => _literals.AsSpan(0, Count);

    public string NameOf(int name) => _names[name];

    /// <summary>The number of a pair, added if it is new. O(1) expected.</summary>
    public int Intern(string name, in AttributeValue value) => Intern(NumberOf(name), value, out _);

    /// <inheritdoc cref="Intern(string, in AttributeValue)"/>
    public int Intern(string name, in AttributeValue value, out bool isNew) => Intern(NumberOf(name), value, out isNew);

    /// <inheritdoc cref="Intern(string, in AttributeValue)"/>
    public int Intern(int name, in AttributeValue value, out bool isNew)
    {
        var hash = (uint)(value.GetHashCode() ^ (name * -1640531527));
        var mask = _slots.Length - 1;
        for (var at = (int)(hash & mask); ; at = (at + 1) & mask)
        {
            var slot = _slots[at];
            isNew = slot == 0;
            if (isNew) return Add(at, hash, name, value);
            if ((uint)(slot >> 32) != hash) continue;
            var number = (int)(uint)slot - 1;
            ref readonly var literal = ref _literals[number];
            if (literal.Name == name && literal.Value.Equals(value)) return number;
        }
    }

    /// <summary>Gives back memory that was reserved for growth.</summary>
    public void Trim() => Array.Resize(ref _literals, Count);

    private int NumberOf(string name)
    {
        // The same few name strings come again and again: most are recognised by reference.
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

    private int Add(int at, uint hash, int name, in AttributeValue value)
    {
        if (Count == _literals.Length) Array.Resize(ref _literals, Count * 2);
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
