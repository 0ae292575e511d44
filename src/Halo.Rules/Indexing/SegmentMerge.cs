namespace Halo.Rules;

/// <summary>
/// Keeps segments in geometrically growing sizes, so that a rule is indexed again only O(log rules) times however many
/// follow it (the logarithmic method; Bentley and Saxe, 1980).
/// </summary>
/// <remarks>
/// A search has to go through every segment, so there must be few; building one costs its size, so large ones must be built
/// rarely. With sizes that grow by a factor there are O(log rules) segments, and a rule moves to a larger one each time it is
/// built again. Removed rules are dropped on the way: that is when their bits cease to matter.
/// </remarks>
internal static class SegmentMerge
{
    private const int Growth = 4; // a segment is merged when what comes after it has reached a quarter of its size

    /// <summary>The segments with one more rule: the small ones at the end are merged with it, the others are shared.</summary>
    /// <param name="segments">The segments, largest first.</param>
    /// <param name="number">The rule's number.</param>
    /// <param name="log">The rules by number.</param>
    /// <param name="removed">Bits of the rules that are left out of what is merged.</param>
    public static RuleSegment[] Append(ReadOnlySpan<RuleSegment> segments, int number, RuleLog log, ulong[] removed)
    {
        var (keep, size) = (segments.Length, 1);
        while (keep > 0 && segments[keep - 1].Numbers.Length < Growth * size) size += segments[--keep].Numbers.Length;
        return [.. segments[..keep], Merge(segments[keep..], number, log, removed)];
    }

    private static RuleSegment Merge(ReadOnlySpan<RuleSegment> segments, int number, RuleLog log, ulong[] removed)
    {
        var numbers = new List<int> { number };
        foreach (var segment in segments) numbers.AddRange(segment.Numbers);
        numbers.RemoveAll(dead => RuleBits.Contains(removed, dead));
        numbers.Sort((a, b) => log.KeyOf(a).CompareTo(log.KeyOf(b)));
        return new RuleSegment(log, [.. numbers]);
    }
}
