using System.Text;

namespace Halo.Core;

/// <summary>Finds the name that was probably meant.</summary>
public static class Suggestion
{
    private const int MaxCandidates = 2_000;
    private const int MaxLookAlikes = 100_000;
    private const int MaxNormalized = 10_000;
    private const int MaxLength = 64;

    /// <summary>
    /// "Did you mean 'x'?" for a candidate that looks the same, among the first 100,000 (10,000 not in ASCII); otherwise for
    /// the closest of the first 2,000 within a third of the name's length by edit distance (Damerau, 1964); otherwise the
    /// fallback. Where the two look the same it says how they differ.
    /// </summary>
    /// <param name="name">The name that was given.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <param name="fallback">What to say when no name is close.</param>
    public static string For(string name, IEnumerable<string> candidates, string fallback = "")
    {
        return Nearest(name, candidates) is { } meant ? Ask(name, meant) : fallback;
    }

    /// <summary>The candidate that <see cref="For"/> asks about; null when none is near.</summary>
    /// <param name="name">The name that was given.</param>
    /// <param name="candidates">The names that exist.</param>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        if (name.Length == 0) return null;
        if (FindLookAlike(name, candidates) is { } same) return same;
        if (name.Length > MaxLength) return null;
        string? best = null;
        var bestDistance = Math.Min(Math.Max(1, name.Length / 3), name.Length - 1) + 1; // at least one character must agree
        foreach (var candidate in candidates.Take(MaxCandidates))
        {
            if (candidate.Length > MaxLength || Math.Abs(candidate.Length - name.Length) >= bestDistance) continue;
            var distance = EditDistance(name, candidate);
            if (distance < bestDistance) (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>Asks whether a name was meant to be another, and says how they differ where they look the same.</summary>
    /// <param name="name">The name that was given.</param>
    /// <param name="meant">The name that exists.</param>
    public static string Ask(string name, string meant) =>
        LookAlike.Difference(meant, name) is { } difference ? $"Did you mean '{meant}'? It has {difference}." : $"Did you mean '{meant}'?";

    private static string? FindLookAlike(string name, IEnumerable<string> candidates)
    {
        if (name.Length > TextRules.MaxNameLength) return null;
        var key = LookAlike.KeyOf(name);
        var (looked, normalized) = (0, 0);
        foreach (var candidate in candidates)
        {
            if (++looked > MaxLookAlikes) break;
            if (candidate.Length > TextRules.MaxNameLength || candidate == name) continue;
            if (!Ascii.IsValid(candidate) && ++normalized > MaxNormalized) continue; // which costs far more than to compare
            if (string.Equals(LookAlike.KeyOf(candidate), key, StringComparison.OrdinalIgnoreCase)) return candidate;
        }

        return null;
    }

    // Besides insertions, deletions and replacements, two neighbours that changed places count as one slip.
    private static int EditDistance(string left, string right)
    {
        Span<int> before = stackalloc int[MaxLength + 1];
        Span<int> above = stackalloc int[MaxLength + 1];
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var j = 0; j <= right.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            above.CopyTo(before);
            row.CopyTo(above);
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
        }

        return row[right.Length];
    }
}
