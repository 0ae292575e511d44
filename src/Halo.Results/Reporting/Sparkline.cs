using System.Globalization;

namespace Halo.Results;

/// <summary>A history as a small picture.</summary>
internal static class Sparkline
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private const int MostBars = 20;
    private const double Width = 120;
    private const double Height = 28;
    private const double Edge = 3;

    /// <summary>Bars from the least to the greatest of the newest figures; a dash for a single one.</summary>
    public static string Text(IReadOnlyList<double> values)
    {
        double[] newest = [.. values.TakeLast(MostBars)];
        if (newest.Length < 2) return "-";
        var (least, range) = RangeOf(newest);
        return string.Concat(newest.Select(value => Bars[(int)Math.Round((value - least) / range * (Bars.Length - 1))]));
    }

    /// <summary>A line with its last point, and a mark at each change; it takes its colors from the page.</summary>
    public static string Svg(Trend trend)
    {
        var values = trend.Levels;
        if (values.Count < 2) return "";
        var (least, range) = RangeOf(values);
        string X(int i) => Number(Edge + i * (Width - 2 * Edge) / (values.Count - 1));
        string Y(int i) => Number(Height - Edge - (values[i] - least) / range * (Height - 2 * Edge));
        var points = string.Join(' ', Enumerable.Range(0, values.Count).Select(i => $"{X(i)},{Y(i)}"));
        var marks = string.Concat(trend.Changes.Select(change => $"<line class=\"mark\" x1=\"{X(change.First)}\" x2=\"{X(change.First)}\" y1=\"0\" y2=\"{Number(Height)}\"/>"));
        var title = $"{Amount.Milliseconds(values[0])} to {Amount.Milliseconds(values[^1])} in {Number(values.Count)} runs";
        return $"<svg class=\"spark\" viewBox=\"0 0 {Number(Width)} {Number(Height)}\" role=\"img\"><title>{title}</title>{marks}<polyline points=\"{points}\"/><circle cx=\"{X(values.Count - 1)}\" cy=\"{Y(values.Count - 1)}\" r=\"2.5\"/></svg>";
    }

    // Noise must not look like a mountain: less than a tenth of the figure never fills the height.
    private static (double Least, double Range) RangeOf(IReadOnlyList<double> values)
    {
        var (least, most) = (values.Min(), values.Max());
        var range = Math.Max(most - least, Math.Max(most * 0.1, double.Epsilon));
        return ((least + most - range) / 2, range);
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
