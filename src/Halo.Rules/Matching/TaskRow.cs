using System.Runtime.CompilerServices;

namespace Halo.Rules;

/// <summary>One task as a matcher sees it: a row for each of the matcher's vocabularies. Not safe to share between threads.</summary>
internal sealed class TaskRow(SegmentRow[] segments)
{
    public SegmentRow this[int segment]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => segments[segment];
    }

    /// <summary>Fills the row with a task's literals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(ReadOnlySpan<int> literals)
    {
        foreach (var segment in segments) segment.Load(literals);
    }

    /// <summary>Empties the row of the literals that filled it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Unload(ReadOnlySpan<int> literals)
    {
        foreach (var segment in segments) segment.Unload(literals);
    }
}
