using Perfolizer.Mathematics.SignificanceTesting.Base;
using Perfolizer.Mathematics.SignificanceTesting.MannWhitney;
using Perfolizer.Metrology;
using Pragmastat;

namespace Halo.Results;

/// <summary>The Mann-Whitney U test: whether two sets of figures differ more than chance explains, whatever their distribution.</summary>
internal static class RankTest
{
    /// <summary>How likely a difference like this is, in either direction, if there is none.</summary>
    public static double PValue(IReadOnlyList<double> x, IReadOnlyList<double> y) => MannWhitneyTest.Instance
        .Perform(new Sample([.. x]), new Sample([.. y]), AlternativeHypothesis.TwoSides, Threshold.Zero)
        .PValue;

    /// <summary>
    /// The least p value that sets of these sizes can show, two of all orders of their figures: with three and three it
    /// is 0.1, so that they can never prove anything at 0.05.
    /// </summary>
    public static double LeastPValue(int x, int y)
    {
        var orders = 1.0;
        for (var i = 1; i <= Math.Min(x, y); i++) orders *= (x + y - Math.Min(x, y) + i) / (double)i;
        return Math.Min(1, 2 / orders);
    }
}
