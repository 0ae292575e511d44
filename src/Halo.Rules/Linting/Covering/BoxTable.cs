namespace Halo.Rules;

/// <summary>One attribute's interval in numbered bounds, ends included.</summary>
/// <param name="Axis">The attribute's number.</param>
/// <param name="Low">The number of the lower end.</param>
/// <param name="High">The number of the upper end.</param>
internal readonly record struct BoxSide(int Axis, int Low, int High);

/// <summary>Boxes whose bounds are numbered in their order, so that comparing them is comparing integers.</summary>
internal sealed class BoxTable
{
    private readonly BoxSide[][] _boxes;

    public BoxTable(IReadOnlyList<AxisInterval[]> boxes)
    {
        var bounds = new Dictionary<int, HashSet<ValueBound>>();
        foreach (var box in boxes)
        {
            foreach (var side in box)
            {
                if (!bounds.TryGetValue(side.Axis, out var ends)) bounds.Add(side.Axis, ends = []);
                ends.Add(side.Low);
                if (side.High != side.Low) ends.Add(side.High);
            }
        }

        var numbers = bounds.ToDictionary(pair => pair.Key, pair => Number(pair.Value));
        _boxes = [.. boxes.Select(box => Array.ConvertAll(box, Numbered))];

        BoxSide Numbered(AxisInterval side)
        {
            var ends = numbers[side.Axis];
            var low = ends[side.Low];
            return new BoxSide(side.Axis, low, side.High == side.Low ? low : ends[side.High]);
        }
    }

    /// <summary>The sides of a box, by axis.</summary>
    public ReadOnlySpan<BoxSide> this[int box] => _boxes[box];

    /// <summary>Whether some place lies in both boxes.</summary>
    public bool Meet(int left, int right)
    {
        var (one, other) = (_boxes[left], _boxes[right]);
        var (l, r) = (0, 0);
        while (l < one.Length && r < other.Length)
        {
            if (one[l].Axis < other[r].Axis) l++;
            else if (one[l].Axis > other[r].Axis) r++;
            else if (one[l].Low > other[r].High || other[r].Low > one[l].High) return false;
            else (l, r) = (l + 1, r + 1);
        }

        return true;
    }

    /// <summary>Whether a box lies within another.</summary>
    public bool Contains(int outer, int inner)
    {
        var (around, box) = (_boxes[outer], _boxes[inner]);
        var at = 0;
        foreach (var side in around)
        {
            while (at < box.Length && box[at].Axis < side.Axis) at++;
            if (at == box.Length || box[at].Axis > side.Axis || box[at].Low < side.Low || box[at].High > side.High) return false;
        }

        return true;
    }

    private static Dictionary<ValueBound, int> Number(HashSet<ValueBound> bounds)
    {
        ValueBound[] sorted = [.. bounds];
        Array.Sort(sorted);
        var numbers = new Dictionary<ValueBound, int>(sorted.Length);
        foreach (var bound in sorted) numbers.Add(bound, numbers.Count);
        return numbers;
    }
}
