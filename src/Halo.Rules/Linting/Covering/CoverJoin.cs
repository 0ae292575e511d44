namespace Halo.Rules;

/// <summary>
/// Finds the pairs of an outer and an inner box that lies within it. It divides and conquers as <see cref="BoxJoin"/>
/// does, and spares more: an outer box on one side of a bound holds no inner box that reaches across it.
/// </summary>
/// <param name="boxes">The boxes, outer and inner.</param>
/// <param name="work">How many pairs may be compared.</param>
/// <param name="isDone">Whether an inner box needs no other outer one.</param>
/// <param name="take">Takes an outer and an inner box.</param>
internal sealed class CoverJoin(BoxTable boxes, long work, Func<int, bool> isDone, Action<int, int> take)
{
    private const int Few = 1_024;

    private readonly BoxSplits _splits = new(boxes);
    private long _work = work;

    /// <summary>Finds the pairs, of an inner box until it is done.</summary>
    /// <returns>False when it stopped at its limit.</returns>
    public bool Between(int[] outer, int[] inner)
    {
        if (outer.Length == 0 || inner.Length == 0) return true;
        if ((long)outer.Length * inner.Length > Few && _splits.Find(outer, inner, Spared) is { } split)
        {
            var (lowOuter, highOuter, acrossOuter) = _splits.Part(outer, split);
            var (lowInner, highInner, _) = _splits.Part(inner, split);
            return Between(acrossOuter, inner) && Between(lowOuter, lowInner) && Between(highOuter, highInner);
        }

        foreach (var item in inner)
        {
            foreach (var around in outer)
            {
                if (isDone(item)) break;
                if (--_work < 0) return false;
                if (boxes.Contains(around, item)) take(around, item);
            }
        }

        return true;
    }

    private static int Spared(SplitCounts outer, SplitCounts inner) =>
        (outer.Low * (inner.High + inner.Across)) + (outer.High * (inner.Low + inner.Across));
}
