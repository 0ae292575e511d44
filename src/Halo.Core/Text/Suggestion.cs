namespace Halo.Core;

/// <summary>Finds the name that was probably meant.</summary>
public static class Suggestion
{
    private const int MaxCandidates = 2_000;
    private const int MaxLength = 64;

    /// <summary>
    /// "Did you mean 'x'?" for the closest candidate within a third of the name's length by edit distance
    /// (Levenshtein, 1966); otherwise the fallback. Looks at the first 2,000 candidates only.
    /// </summary>
    /// <param name="name">The name that was given.</param>
    /// <param name="candidates">The names that exist.</param>
    /// <param name="fallback">What to say when no name is close.</param>
    public static string For(string name, IEnumerable<string> candidates, string fallback = "")
    {
        if (name.Length is 0 or > MaxLength) return fallback;
        string? best = null;
        var bestDistance = Math.Min(Math.Max(1, name.Length / 3), name.Length - 1) + 1; // at least one character must agree
        foreach (var candidate in candidates.Take(MaxCandidates))
        {
            if (candidate.Length > MaxLength || Math.Abs(candidate.Length - name.Length) >= bestDistance) continue;
            var distance = EditDistance(name, candidate);
            if (distance < bestDistance) (best, bestDistance) = (candidate, distance);
        }

        return best is null ? fallback : $"Did you mean '{best}'?";
    }

    private static int EditDistance(string left, string right)
    {
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var j = 0; j <= right.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
