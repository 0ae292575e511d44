namespace Halo.Rules;

/// <summary>One search for the best rule over all segments of a matcher: what may be chosen, and what was found so far.</summary>
public ref struct RuleSearch
{
    internal RuleSearch(ReadOnlySpan<bool> admitted, ulong after, ReadOnlySpan<ulong> removed)
    {
        Admitted = admitted;
        After = after;
        Removed = removed;
    }

    /// <summary>By target number: whether its rules may win.</summary>
    internal readonly ReadOnlySpan<bool> Admitted { get; }

    /// <summary>Only rules after this key count.</summary>
    internal readonly ulong After { get; }

    /// <summary>Bits of the removed rules, by number.</summary>
    internal readonly ReadOnlySpan<ulong> Removed { get; }

    /// <summary>The best rule's number; -1 before one is found.</summary>
    public int BestNumber { get; private set; } = -1;

    /// <summary>How many rules were looked at.</summary>
    public int Candidates { get; internal set; }

    /// <summary>How many of them had further conditions to check.</summary>
    public int Checked { get; internal set; }

    /// <summary>Takes a better rule.</summary>
    internal void Take(int number) => BestNumber = number;
}
