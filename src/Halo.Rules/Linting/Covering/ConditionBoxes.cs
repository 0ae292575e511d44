namespace Halo.Rules;

/// <summary>One attribute's interval, ends included.</summary>
/// <param name="Axis">The attribute's number.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
internal readonly record struct AxisInterval(int Axis, ValueBound Low, ValueBound High);

/// <summary>
/// Turns conditions into boxes: an interval for some attributes each, sorted by attribute. Every task that satisfies the
/// condition lies in one of its boxes; a box may hold other tasks too.
/// </summary>
internal sealed class ConditionBoxes
{
    /// <summary>Lists and alternatives become boxes of their own up to this many, beyond it one box around them.</summary>
    public const int MaxBoxes = 16;

    private static readonly AxisInterval[][] Everything = [[]];

    private readonly Dictionary<string, int> _axes = new(StringComparer.Ordinal);

    /// <summary>The boxes of a condition; none when nothing can satisfy it.</summary>
    public IReadOnlyList<AxisInterval[]> Of(Condition condition) => Of(condition, isWhole: true);

    /// <summary>One box of the condition, for one choice of its alternatives and listed values; null when none was found.</summary>
    public AxisInterval[]? PartOf(Condition condition) => Of(condition, isWhole: false) is [var part, ..] ? part : null;

    private IReadOnlyList<AxisInterval[]> Of(Condition condition, bool isWhole) => condition switch
    {
        AllCondition all => all.Parts.Aggregate((IReadOnlyList<AxisInterval[]>)Everything, (boxes, part) => Product(boxes, Of(part, isWhole), isWhole)),
        AnyCondition any => OfAlternatives([.. any.Parts.SelectMany(part => Of(part, isWhole)).Take(MaxBoxes + 1)], isWhole),
        InCondition @in => OfList(@in, [.. @in.Values.Distinct().Take(MaxBoxes + 1)], isWhole),
        AttributeCondition test => [Single(test)],
        _ => Everything,
    };

    private static AxisInterval[][] OfAlternatives(AxisInterval[][] boxes, bool isWhole) =>
        boxes.Length <= MaxBoxes ? boxes : isWhole ? Everything : boxes[..MaxBoxes];

    private AxisInterval[][] OfList(InCondition list, AttributeValue[] values, bool isWhole) => isWhole && values.Length > MaxBoxes
        ? [Single(list)]
        : [.. values.Take(MaxBoxes).Select(value => Single(new EqualsCondition(list.Attribute, value)))];

    private static List<AxisInterval[]> Product(IReadOnlyList<AxisInterval[]> left, IReadOnlyList<AxisInterval[]> right, bool isWhole)
    {
        if (isWhole && left.Count * right.Count > MaxBoxes) right = [Around(right)];
        var product = new List<AxisInterval[]>();
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                if (product.Count < MaxBoxes && Intersect(one, other) is { } both) product.Add(both);
            }
        }

        return product;
    }

    /// <summary>The smallest box around others.</summary>
    private static AxisInterval[] Around(IReadOnlyList<AxisInterval[]> boxes) =>
    [
        .. boxes.SelectMany(box => box)
            .GroupBy(interval => interval.Axis)
            .Where(group => group.Count() == boxes.Count)
            .OrderBy(group => group.Key)
            .Select(group => new AxisInterval(group.Key, group.Min(interval => interval.Low), group.Max(interval => interval.High))),
    ];

    /// <summary>The box of what lies in both; null when nothing does.</summary>
    private static AxisInterval[]? Intersect(AxisInterval[] left, AxisInterval[] right)
    {
        if (left.Length == 0) return right;
        if (right.Length == 0) return left;
        var both = new List<AxisInterval>(left.Length + right.Length);
        var (l, r) = (0, 0);
        while (l < left.Length || r < right.Length)
        {
            if (r == right.Length || (l < left.Length && left[l].Axis < right[r].Axis)) both.Add(left[l++]);
            else if (l == left.Length || right[r].Axis < left[l].Axis) both.Add(right[r++]);
            else
            {
                var low = left[l].Low.CompareTo(right[r].Low) >= 0 ? left[l].Low : right[r].Low;
                var high = left[l].High.CompareTo(right[r].High) <= 0 ? left[l].High : right[r].High;
                if (low.CompareTo(high) > 0) return null;
                both.Add(new AxisInterval(left[l].Axis, low, high));
                (l, r) = (l + 1, r + 1);
            }
        }

        return [.. both];
    }

    private AxisInterval[] Single(AttributeCondition test)
    {
        var (low, high) = ValueBound.IntervalOf(test);
        return [new AxisInterval(AxisOf(test.Attribute), low, high)];
    }

    private int AxisOf(string attribute)
    {
        if (_axes.TryGetValue(attribute, out var axis)) return axis;
        _axes.Add(attribute, _axes.Count);
        return _axes.Count - 1;
    }
}
