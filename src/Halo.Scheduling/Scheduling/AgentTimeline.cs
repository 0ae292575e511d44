using System.Runtime.InteropServices;

namespace Halo.Scheduling;

/// <summary>
/// The slots of one agent while tasks are placed one after another, each as early as it fits: in a gap that earlier
/// placements left, or behind the slot that is free first. Of the gaps the latest <see cref="MostGaps"/> are kept, so
/// that a placement costs no more at the end of a long schedule than at its beginning.
/// </summary>
internal sealed class AgentTimeline(int slots)
{
    public const int MostGaps = 64;

    private readonly PriorityQueue<int, (double Free, int Slot)> _tails = new();
    private readonly List<Gap> _gaps = [];
    private int _used;

    /// <summary>The earliest start of a task of some seconds that is ready at a time.</summary>
    public double EarliestStart(double ready, double seconds)
    {
        var tail = TailStart(ready);
        return tail <= ready || FindGap(ready, seconds) is not (>= 0 and var gap) ? tail : Math.Max(ready, _gaps[gap].Start);
    }

    /// <summary>Places a task where <see cref="EarliestStart"/> says.</summary>
    /// <returns>Its slot and start.</returns>
    public (int Slot, double Start) Place(double ready, double seconds)
    {
        if (FindGap(ready, seconds) is >= 0 and var number)
        {
            var gap = _gaps[number];
            var start = Math.Max(ready, gap.Start);
            _gaps.RemoveAt(number);
            AddGap(gap with { End = start });
            AddGap(gap with { Start = start + seconds });
            return (gap.Slot, start);
        }

        return PlaceAtTail(ready, seconds);
    }

    private (int Slot, double Start) PlaceAtTail(double ready, double seconds)
    {
        if (_used < slots && (_tails.Count == 0 || !_tails.TryPeek(out _, out var first) || first.Free > ready)) _tails.Enqueue(_used, (0, _used++));
        _tails.TryDequeue(out var slot, out var tail);
        var start = Math.Max(ready, tail.Free);
        AddGap(new Gap(tail.Free, start, slot));
        _tails.Enqueue(slot, (start + seconds, slot));
        return (slot, start);
    }

    private double TailStart(double ready) => _used < slots || !_tails.TryPeek(out _, out var first) ? ready : Math.Max(ready, first.Free);

    // The gap that gives the earliest start; of equal starts the tightest, which leaves the larger gaps to larger tasks.
    private int FindGap(double ready, double seconds)
    {
        var (best, bestStart, bestEnd) = (-1, TailStart(ready), double.PositiveInfinity);
        var gaps = CollectionsMarshal.AsSpan(_gaps);
        for (var i = 0; i < gaps.Length; i++)
        {
            ref readonly var gap = ref gaps[i];
            var start = Math.Max(ready, gap.Start);
            if (start + seconds > gap.End || start > bestStart || (start == bestStart && gap.End >= bestEnd)) continue;
            (best, bestStart, bestEnd) = (i, start, gap.End);
        }

        return best;
    }

    private void AddGap(Gap gap)
    {
        if (gap.End <= gap.Start) return;
        if (_gaps.Count == MostGaps)
        {
            var earliest = 0;
            for (var i = 1; i < _gaps.Count; i++)
            {
                if (_gaps[i].End < _gaps[earliest].End) earliest = i;
            }

            _gaps.RemoveAt(earliest);
        }

        _gaps.Add(gap);
    }

    private readonly record struct Gap(double Start, double End, int Slot);
}
