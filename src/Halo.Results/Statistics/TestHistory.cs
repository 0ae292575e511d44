using System.Globalization;

namespace Halo.Results;

/// <summary>One check of a test in all its runs, the oldest first.</summary>
/// <param name="Test">The test's full name; the second check of a test has <c> #2</c> after it, and so on.</param>
/// <param name="Runs">Its runs; at least one.</param>
internal sealed record TestHistory(string Test, IReadOnlyList<TestRun> Runs)
{
    public TestRun Last => Runs[^1];

    /// <summary>Sorts attempts by test and run.</summary>
    /// <returns>The tests in ordinal order of their names.</returns>
    public static IReadOnlyList<TestHistory> Of(IReadOnlyList<PerfAttempt> attempts)
    {
        var tests = new SortedDictionary<string, SortedDictionary<string, List<PerfAttempt>>>(StringComparer.Ordinal);
        var written = new Dictionary<(string Run, string Test, int Attempt), int>();
        foreach (var attempt in attempts)
        {
            // Several checks in one test are told apart by their order within the attempt.
            var key = (attempt.Run, attempt.Test, attempt.Attempt);
            var check = written[key] = written.GetValueOrDefault(key) + 1;
            var name = check == 1 ? attempt.Test : string.Create(CultureInfo.InvariantCulture, $"{attempt.Test} #{check}");
            if (!tests.TryGetValue(name, out var runs)) tests.Add(name, runs = new(StringComparer.Ordinal));
            if (!runs.TryGetValue(attempt.Run, out var ofRun)) runs.Add(attempt.Run, ofRun = []);
            ofRun.Add(attempt);
        }

        return [.. tests.Select(test => new TestHistory(test.Key, [.. test.Value.Values.Select(run => new TestRun(run))]))];
    }
}
