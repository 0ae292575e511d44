namespace Halo.NUnit;

/// <summary>The better part of figures that are disturbed only upwards.</summary>
internal static class Quartile
{
    /// <summary>The figure that a quarter of the others, rounded down, stays below.</summary>
    public static double Lower(List<double> figures)
    {
        figures.Sort();
        return figures[figures.Count / 4];
    }
}
