using System.Text.Json.Serialization;

namespace Halo.Results;

/// <summary>What tests are measured against: accepted budgets and earlier figures, from a baseline file or from results.</summary>
internal sealed record PerfBaseline
{
    public static PerfBaseline Empty { get; } = new() { Tests = new Dictionary<string, BaselineTest>() };

    /// <summary>Where the file's schema is, for editors; null when it does not say.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>The tests by their full names.</summary>
    public required IReadOnlyDictionary<string, BaselineTest> Tests { get; init; }

    public static PerfBaseline Of(IEnumerable<TestHistory> histories) =>
        new() { Tests = histories.ToDictionary(history => history.Test, BaselineTest.Of, StringComparer.Ordinal) };

    /// <summary>Reads a baseline file, or results: a folder, or a file that ends as results do.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="notes">Gets a sentence for each result that is left out; null to take it for a fault.</param>
    /// <exception cref="PerfDataException">Something is missing or broken.</exception>
    public static PerfBaseline Load(string path, ICollection<string>? notes = null) =>
        Directory.Exists(path) || path.EndsWith(PerfResults.Extension, StringComparison.Ordinal)
            ? Of(TestHistory.Of(PerfResults.Read(path, notes: notes)))
            : BaselineFile.Read(path);
}
