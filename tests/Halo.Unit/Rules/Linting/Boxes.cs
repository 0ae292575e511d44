namespace Halo.Unit.Rules.Linting;

/// <summary>Boxes of whole numbers, for tests of what parts and joins them.</summary>
internal static class Boxes
{
    public static (int Axis, int Low, int High)[] Of(params (int Axis, int Low, int High)[] sides) => sides;

    /// <summary>Boxes of one place on axis 0 each.</summary>
    public static (int Axis, int Low, int High)[][] Points(IEnumerable<int> places) => [.. places.Select(place => Of((0, place, place)))];

    public static BoxTable Table(IEnumerable<(int Axis, int Low, int High)[]> boxes) => new([.. boxes.Select(box => Array.ConvertAll(box, Interval))]);

    private static AxisInterval Interval((int Axis, int Low, int High) side)
    {
        var (low, high) = ValueBound.IntervalOf(new RangeCondition("a", side.Low, side.High));
        return new AxisInterval(side.Axis, low, high);
    }
}
