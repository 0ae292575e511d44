using System.Globalization;

namespace Halo.NUnit;

/// <summary>Times and budgets in texts.</summary>
internal static class Milliseconds
{
    private const int FewestDigits = 4;
    private const int MostDigits = 15;

    /// <summary>A time in as few digits as show on which side of its budget it is.</summary>
    public static string Text(double time, double budget)
    {
        for (var digits = FewestDigits; digits < MostDigits; digits++)
        {
            var rounded = Math.Round(time, digits);
            if (rounded > 0 && rounded < budget == time < budget) return rounded.ToString("0.###############", CultureInfo.InvariantCulture);
        }

        return time.ToString("R", CultureInfo.InvariantCulture);
    }
}
