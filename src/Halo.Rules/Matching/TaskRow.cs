using System.Runtime.CompilerServices;

namespace Halo.Rules;

/// <summary>One task as a matcher sees it: a row for each of the matcher's vocabularies. Not safe to share between threads.</summary>
public sealed class TaskRow
{
    private readonly SegmentRow[] _segments;

    internal TaskRow(SegmentRow[] segments) => _segments = segments;

    internal SegmentRow this[int segment]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _segments[segment];
    }

    /// <summary>Fills the row with a task's literals. O(literals).</summary>
    /// <param name="literals">Numbers of the literal table that the row was made for.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(ReadOnlySpan<int> literals)
    {
        foreach (var segment in _segments) segment.Load(literals);
    }

    /// <summary>Empties the row of the literals that filled it. O(literals).</summary>
    /// <param name="literals">The same numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Unload(ReadOnlySpan<int> literals)
    {
        foreach (var segment in _segments) segment.Unload(literals);
    }
}
