namespace Halo.Rules;

/// <summary>One search for the best rule over all segments of a matcher: what may be chosen, and what was found so far.</summary>
/// <param name="admitted">By target number: whether its rules may win.</param>
/// <param name="after">Only rules behind this key count.</param>
/// <param name="removed">Bits of the rules, by number, that were removed since their segment was built; empty when none was.</param>
internal ref struct RuleSearch(ReadOnlySpan<bool> admitted, ulong after, ReadOnlySpan<ulong> removed)
{
    /// <summary>By target number: whether its rules may win.</summary>
    public readonly ReadOnlySpan<bool> Admitted { get; } = admitted;

    /// <summary>Only rules behind this key count.</summary>
    public readonly ulong After { get; } = after;

    /// <summary>Bits of the removed rules, by number.</summary>
    public readonly ReadOnlySpan<ulong> Removed { get; } = removed;

    /// <summary>The best rule's number; -1 before one is found.</summary>
    public int BestNumber { get; private set; } = -1;

    /// <summary>How many rules were looked at.</summary>
    public int Candidates { get; set; }

    /// <summary>How many of them had further conditions to check.</summary>
    public int Checked { get; set; }

    /// <summary>Takes a better rule.</summary>
    public void Take(int number) => BestNumber = number;
}
