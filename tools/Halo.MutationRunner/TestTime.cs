namespace Halo.MutationRunner;

/// <summary>How long a test takes; a line of the file of times.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Milliseconds">Its time; null when it has only started.</param>
/// <param name="Passed">Whether it passes when nothing is changed.</param>
internal sealed record TestTime(string Name, double? Milliseconds, bool Passed = true)
{
    /// <summary>The least time of each test that always ended and passed.</summary>
    public static Dictionary<string, double> Least(IEnumerable<TestTime> lines) => lines
        .GroupBy(line => line.Name, StringComparer.Ordinal)
        .Where(lines => lines.All(line => line.Passed) && lines.Last().Milliseconds is not null)
        .ToDictionary(lines => lines.Key, lines => lines.Min(line => line.Milliseconds) ?? 0, StringComparer.Ordinal);
}
