namespace Halo.Rules;

/// <summary>
/// Rules behind one key, in one number: 0 for none, a positive one for a run of entries, a negative one for a node.
/// </summary>
internal readonly struct Bucket
{
    /// <summary>The longest run.</summary>
    public const int MaxCount = (1 << CountBits) - 1;

    /// <summary>The last place at which a run may begin.</summary>
    public const int MaxStart = (1 << (31 - CountBits)) - 1;

    private const int CountBits = 4;

    private readonly int _value;

    private Bucket(int value) => _value = value;

    public bool IsNode => _value < 0;

    public int Start => _value >> CountBits;

    public int Count => _value & MaxCount;

    public int Node => ~_value;

    /// <summary>A run of 1 to <see cref="MaxCount"/> entries that begins at <see cref="MaxStart"/> at most.</summary>
    public static Bucket OfEntries(int start, int count) => new((start << CountBits) | count);

    public static Bucket OfNode(int node) => new(~node);
}
