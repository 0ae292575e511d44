namespace Halo.Parallelism;

/// <summary>Figures that lie at a share of others.</summary>
internal static class Quantile
{
    /// <summary>The value below which a share of the values lies, interpolated between neighbours (Hyndman-Fan type 7).</summary>
    public static double Of(IReadOnlyList<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        return below + 1 < sorted.Count ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
